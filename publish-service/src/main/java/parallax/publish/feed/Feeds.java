package parallax.publish.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/** Makes feeds, and keeps those last made. */
@Component
class Feeds {

    /** Part of every ETag: to be raised when feeds of unchanged content are to look otherwise. */
    private static final String EDITION = "1";

    private final FeedShelf shelf;
    private final PublishSettings settings;
    private final Map<String, byte[]> made;

    Feeds(FeedShelf shelf, PublishSettings settings) {
        this.shelf = shelf;
        this.settings = settings;
        int kept = settings.feed().cached();
        this.made = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > kept;
            }
        });
    }

    /** A feed that can be compared with what a reader has, before it is made. */
    Draft prepare(FeedKind kind, FeedFormat format, FeedFilter filter) {
        List<FeedShelf.Head> heads = shelf.heads(kind, filter, settings.feed().limit());
        String self = settings.baseUrl() + "/feeds/" + kind.path() + "." + format.suffix() + filter.query();
        StringBuilder content = new StringBuilder(EDITION + settings.title() + "\n" + self);
        heads.forEach(head -> content.append('\n')
                .append(head.id())
                .append(' ')
                .append(head.token())
                .append(' ')
                .append(head.updated()));
        Instant updated = heads.stream()
                .map(FeedShelf.Head::updated)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new Draft(kind, format, filter, self, updated, etag(content.toString()), heads);
    }

    /** The feed's bytes. */
    byte[] make(Draft draft) {
        byte[] kept = made.get(draft.etag());
        if (kept != null) {
            return kept;
        }
        List<Item> items = shelf.items(draft.kind(), draft.heads());
        byte[] bytes = draft.format()
                .write(new Feed(
                        "urn:parallax:feed:" + draft.kind().path()
                                + draft.filter().query().replace('?', ':'),
                        settings.title() + " " + draft.kind().path()
                                + draft.filter().words(),
                        draft.kind().description() + draft.filter().words(),
                        draft.self(),
                        settings.baseUrl() + "/",
                        draft.updated(),
                        items));
        if (items.size() == draft.heads().size()) { // else something left since: what was made is not what the tag says
            made.put(draft.etag(), bytes);
        }
        return bytes;
    }

    private static String etag(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 18)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    record Draft(
            FeedKind kind,
            FeedFormat format,
            FeedFilter filter,
            String self,
            Instant updated,
            String etag,
            List<FeedShelf.Head> heads) {}
}
