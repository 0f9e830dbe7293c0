package parallax.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the items of one feed apart, whatever they call themselves, and sorts out those that are there twice. */
final class Items {

    private Items() {}

    /**
     * The items, each with a key of its own.
     *
     * @param site the feed's own page, which is the address of none of its items
     */
    static List<FeedItem> of(List<Draft> drafts, @Nullable String site, Warnings warnings) {
        Set<String> sharedGuids = shared(drafts, true, warnings);
        Set<String> sharedUrls = shared(drafts, false, warnings);
        Map<String, FeedItem> byKey = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            FeedItem item = item(draft, site, sharedGuids, sharedUrls, warnings);
            if (item == null) {
                continue;
            }
            FeedItem other = byKey.get(item.key());
            if (other != null) {
                warnings.add(
                        "item-twice",
                        "The item " + Warnings.quote(item.title()) + " is there more than once; the newest is taken.");
            }
            if (other == null || time(item).isAfter(time(other))) {
                byKey.put(item.key(), item);
            }
        }
        return List.copyOf(byKey.values());
    }

    private static @Nullable FeedItem item(
            Draft draft, @Nullable String site, Set<String> sharedGuids, Set<String> sharedUrls, Warnings warnings) {
        String title = draft.title() == null ? Words.beginning(draft.html()) : draft.title();
        if (title == null && draft.url() == null) {
            warnings.add("item-empty", "An item has neither title nor text nor link; left out.");
            return null;
        }
        if (draft.title() == null) {
            warnings.add(
                    "title-missing",
                    "The item " + Warnings.quote(Objects.requireNonNullElse(draft.url(), title))
                            + " has no title; its first words are taken.");
        }
        if (draft.url() == null) {
            warnings.add("link-missing", "The item " + Warnings.quote(Objects.requireNonNull(title)) + " has no link.");
        }
        boolean ownUrl = draft.url() != null
                && !sharedUrls.contains(draft.url())
                && !draft.url().equals(site);
        boolean guid = draft.guid() != null && !sharedGuids.contains(draft.guid());
        String key = guid
                ? "guid:" + draft.guid()
                : ownUrl ? "url:" + draft.url() : "text:" + draft.guid() + " " + draft.url() + " " + title;
        return new FeedItem(
                digest(key),
                draft.url(),
                ownUrl,
                title == null ? Objects.requireNonNull(draft.url()) : title,
                draft.author(),
                draft.published(),
                draft.updated(),
                draft.language(),
                draft.html(),
                draft.complete(),
                draft.tags(),
                draft.licence());
    }

    /** Guids, or addresses, that stand for more than one item. */
    private static Set<String> shared(List<Draft> drafts, boolean guids, Warnings warnings) {
        Map<String, Draft> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Draft draft : drafts) {
            String name = guids ? draft.guid() : draft.url();
            if (name == null) {
                continue;
            }
            Draft other = first.putIfAbsent(name, draft);
            boolean differs = other != null
                    && (guids
                            ? !Objects.equals(other.url(), draft.url())
                                    || (draft.url() == null && !Objects.equals(other.title(), draft.title()))
                            : !Objects.equals(other.guid(), draft.guid())
                                    && !Objects.equals(other.title(), draft.title()));
            if (differs && shared.add(name)) {
                warnings.add(
                        guids ? "guid-shared" : "link-shared",
                        (guids ? "The guid " : "The link ") + Warnings.quote(name)
                                + " stands for more than one item; they are told apart otherwise.");
            }
        }
        return shared;
    }

    static List<String> lines(List<@Nullable String> texts) {
        List<String> lines = new ArrayList<>();
        texts.stream().filter(Objects::nonNull).distinct().forEach(lines::add);
        return List.copyOf(lines);
    }

    private static Instant time(FeedItem item) {
        return Objects.requireNonNullElse(item.updated() == null ? item.published() : item.updated(), Instant.MIN);
    }

    /** Short, and the same for ever. */
    private static String digest(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
    }
}
