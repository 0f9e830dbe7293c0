package parallax.enrich.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import parallax.events.ArticleEnriched;
import parallax.stream.EventJson;

/** What tells a repeat: all of an article but the time it was made. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(ArticleEnriched a) {
        ArticleEnriched timeless = new ArticleEnriched(
                a.documentId(),
                a.revision(),
                a.source(),
                a.rights(),
                a.url(),
                a.title(),
                a.author(),
                a.outlet(),
                a.publishedAt(),
                a.language(),
                a.form(),
                a.labels(),
                a.draft(),
                a.body(),
                a.excerpt(),
                a.embeds(),
                a.sourceTags(),
                a.entities(),
                a.topics(),
                a.interview(),
                a.receivedAt(),
                Instant.EPOCH);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(EventJson.write(timeless)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
