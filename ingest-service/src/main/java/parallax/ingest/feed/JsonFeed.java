package parallax.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {

    private static final int MAX_DEPTH = 50;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(Integer.MAX_VALUE) // the whole is bounded
                            .build())
                    .build())
            .build();

    private final JsonNode feed;
    private final URI address;
    private final Warnings warnings;
    private final FeedDates dates;

    private JsonFeed(JsonNode feed, Delivered delivered, Warnings warnings) {
        this.feed = feed;
        this.address = delivered.address();
        this.warnings = warnings;
        this.dates = new FeedDates(delivered.at(), text(feed, "language"), warnings);
    }

    static Feed read(String json, Delivered delivered, Warnings warnings) throws UnreadableFeed {
        ObjectNode root = JSON.createObjectNode();
        try {
            read(json, root);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String problem = "The JSON is malformed"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()) + ".";
            if (root.path("items").isEmpty() && !delivered.cut()) {
                throw new UnreadableFeed(problem, null);
            }
            if (!delivered.cut()) {
                warnings.add("json-malformed", problem + " What stands before is taken.");
            }
        }
        if (!root.path("items").isArray()) {
            throw new UnreadableFeed("The answer is JSON, but no feed: it has no list \"items\".", null);
        }
        JsonFeed feed = new JsonFeed(root, delivered, warnings);
        List<Draft> drafts = new ArrayList<>();
        root.path("items").forEach(item -> drafts.add(feed.item(item)));
        return new Feed(
                "json",
                Words.line(text(root, "title"), "title", warnings),
                feed.hub(),
                feed.url(text(root, "feed_url")),
                null,
                Items.of(drafts, feed.url(text(root, "home_page_url")), warnings),
                List.of(),
                warnings.list());
    }

    /** Field by field and item by item, so that what stands before a fault is there. */
    private static void read(String json, ObjectNode root) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                    ArrayNode items = root.putArray(name);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        JsonNode item = parser.readValueAsTree();
                        items.add(item);
                    }
                } else {
                    JsonNode value = parser.readValueAsTree();
                    root.set(name, value);
                }
            }
        }
    }

    private Draft item(JsonNode item) {
        JsonNode id = item.path("id");
        if (id.isMissingNode() || id.isNull()) {
            warnings.add("guid-missing", "Items have no id; they are told apart by their links.");
        } else if (!id.isString()) {
            warnings.add("guid-no-text", "The id " + Warnings.quote(id.toString()) + " is no text; taken as one.");
        }
        String html = text(item, "content_html");
        String plain = text(item, "content_text");
        String full = html == null && plain != null ? ItemPage.paragraphs(plain) : html;
        String language = Words.language(text(item, "language"));
        String link = text(item, "url") == null ? text(item, "external_url") : text(item, "url");
        String summary = text(item, "summary");
        return new Draft(
                id.isMissingNode() || id.isNull() ? null : id.isString() ? id.asString() : id.toString(),
                link(link),
                Words.line(text(item, "title"), "title", warnings),
                Objects.requireNonNullElseGet(author(item), () -> Objects.requireNonNullElse(author(feed), ""))
                                .isEmpty()
                        ? null
                        : Objects.requireNonNullElse(author(item), author(feed)),
                dates.read(text(item, "date_published")),
                dates.read(text(item, "date_modified")),
                language == null ? Words.language(text(feed, "language")) : language,
                full == null && summary != null ? ItemPage.paragraphs(summary) : full,
                full != null,
                tags(item),
                null);
    }

    private @Nullable String author(JsonNode of) {
        List<@Nullable String> names = new ArrayList<>();
        of.path("authors").forEach(author -> names.add(Words.person(text(author, "name"), warnings)));
        names.add(names.isEmpty() ? Words.person(text(of.path("author"), "name"), warnings) : null);
        String all = String.join(", ", Items.lines(names));
        return all.isEmpty() ? null : all;
    }

    private List<String> tags(JsonNode item) {
        List<@Nullable String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(Words.line(tag.asString(""), "tag", warnings)));
        return Items.lines(tags);
    }

    private @Nullable String hub() {
        for (JsonNode hub : feed.path("hubs")) {
            if ("websub".equalsIgnoreCase(text(hub, "type"))) {
                return url(text(hub, "url"));
            }
        }
        return null;
    }

    private @Nullable String link(@Nullable String reference) {
        String url = url(reference);
        if (reference != null && url == null) {
            warnings.add("link-unreadable", "The link " + Warnings.quote(reference) + " is no web address.");
        } else if (reference != null && !Urls.isAbsolute(reference)) {
            warnings.add(
                    "link-relative", "The link " + Warnings.quote(reference) + " is relative; taken as " + url + ".");
        }
        return url;
    }

    private @Nullable String url(@Nullable String reference) {
        return Urls.resolve(address, reference);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }
}
