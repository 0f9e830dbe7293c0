package parallax.publish.cms;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import tools.jackson.databind.JsonNode;

/**
 * Posts in a WordPress, one a story. WordPress itself makes a second post of a request that comes twice, so we look before we
 * create. What a person changed stays: title, text and excerpt, each as it is, terms he took off are not given again, and status,
 * date, slug and images are never ours to change.
 */
@Component
class WordPressChannel implements Channel {

    static final String KIND = "wordpress";

    private final CmsSite site;

    WordPressChannel(CmsSite site) {
        this.site = site;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String family() {
        return "cms";
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        WordPressConfig config = site.json().readValue(parcel.channel().config(), WordPressConfig.class);
        WordPressApi api = new WordPressApi(site, config);
        try {
            WordPressFound there = find(api, parcel);
            if (parcel.story() == null) {
                return there == null ? new Outcome.Delivered("no such post", null, null) : remove(api, there, parcel);
            }
            WordPressPost post =
                    WordPressPost.of(parcel.story(), site.settings().terms());
            return there == null
                    ? (parcel.artifact() == null
                            ? create(api, post, config, parcel)
                            : new Outcome.Conflict(
                                    "post " + parcel.artifact() + " was deleted by a person: not written again"))
                    : update(api, there, post, parcel);
        } catch (CmsException e) {
            return e.outcome();
        }
    }

    /** By what we remember, else by the slug that we gave it, else by our mark in the text, should the slug be another now. */
    private static @Nullable WordPressFound find(WordPressApi api, Parcel parcel) throws CmsException {
        String word = Mark.word(parcel.storyId());
        for (Map<String, String> where : List.of(
                parcel.artifact() == null ? Map.of("slug", Mark.slug(word)) : Map.of("include", parcel.artifact()),
                Map.of("slug", Mark.slug(word)),
                Map.of("search", "parallax id=" + word))) {
            Map<String, String> parameters = new LinkedHashMap<>(where);
            parameters.put("status", "any");
            parameters.put("context", "edit");
            for (JsonNode post : api.get("/wp/v2/posts", parameters)) {
                WordPressFound found = WordPressFound.of(post);
                if (found.id().equals(parcel.artifact())
                        || found.words().isMarked(word)
                        || found.slug().equals(Mark.slug(word))) {
                    return found;
                }
            }
        }
        return null;
    }

    private Outcome create(WordPressApi api, WordPressPost post, WordPressConfig config, Parcel parcel)
            throws CmsException {
        Map<String, Object> body = new LinkedHashMap<>();
        List<Long> tags = terms(api, "tags", post.tags());
        List<Long> categories = terms(api, "categories", post.categories());
        body.put("slug", Mark.slug(Mark.word(parcel.storyId())));
        if (config.delay() == null) {
            body.put("status", config.status());
        } else {
            body.put("status", "future");
            body.put(
                    "date_gmt",
                    site.clock()
                            .instant()
                            .plus(config.delay())
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
        body.put("tags", tags);
        body.put("categories", categories);
        write(body, post, Seals.Ours.ALL, parcel.storyId(), words(tags, categories));
        return delivered("created", Seals.Ours.ALL, api.post("/wp/v2/posts", body));
    }

    private static Outcome update(WordPressApi api, WordPressFound there, WordPressPost post, Parcel parcel)
            throws CmsException {
        Seals.Ours ours = there.words().ours(parcel);
        if (!ours.content()) {
            return new Outcome.Conflict(
                    "post " + there.id() + " was changed by a person: left as it is, without what is new of its story");
        }
        TreeSet<String> given = there.words().given();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("tags", joined(there.tags(), terms(api, "tags", post.tags()), given, "t:"));
        body.put("categories", joined(there.categories(), terms(api, "categories", post.categories()), given, "c:"));
        write(body, post, ours, parcel.storyId(), given);
        return delivered("updated", ours, api.post("/wp/v2/posts/" + there.id(), body));
    }

    private static Outcome remove(WordPressApi api, WordPressFound there, Parcel parcel) throws CmsException {
        if (!there.words().ours(parcel).content()) {
            return new Outcome.Conflict("post " + there.id() + " was changed by a person: not taken down");
        }
        api.delete("/wp/v2/posts/" + there.id()); // into the trash, from where a person can take it back
        return new Outcome.Delivered("post " + there.id() + " is in the trash", null, null);
    }

    private static void write(
            Map<String, Object> body, WordPressPost post, Seals.Ours ours, String storyId, Iterable<String> given) {
        Seals seals = Seals.of(post.title(), post.excerpt(), post.content());
        Mark mark = Mark.of(storyId, given, seals.of(ours));
        if (ours.title()) {
            body.put("title", post.title());
        }
        if (ours.excerpt()) {
            body.put("excerpt", post.excerpt());
        }
        body.put("content", mark.appendedTo(post.content()));
        body.put("meta", post.meta());
    }

    private static Outcome delivered(String what, Seals.Ours ours, JsonNode made) {
        WordPressFound post = WordPressFound.of(made);
        return new Outcome.Delivered(
                "post " + post.id() + " " + what + ours.said(),
                post.id(),
                post.words().seals().of(ours).toString());
    }

    private static List<Long> terms(WordPressApi api, String taxonomy, List<String> names) throws CmsException {
        List<Long> ids = new ArrayList<>();
        for (String name : names) {
            ids.add(api.term(taxonomy, name));
        }
        return ids;
    }

    /** What the post has, and of ours what it was never given before; which is then noted as given. */
    private static List<Long> joined(List<Long> has, List<Long> ours, Set<String> given, String prefix) {
        TreeSet<Long> joined = new TreeSet<>(has);
        ours.stream().filter(id -> given.add(prefix + id)).forEach(joined::add);
        return List.copyOf(joined);
    }

    private static List<String> words(List<Long> tags, List<Long> categories) {
        List<String> words = new ArrayList<>();
        tags.forEach(id -> words.add("t:" + id));
        categories.forEach(id -> words.add("c:" + id));
        return words;
    }
}
