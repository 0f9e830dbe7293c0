package parallax.enrich.store;

import java.time.Instant;
import parallax.enrich.text.Sha256;
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
                Instant.EPOCH,
                a.feed());
        return Sha256.hex(EventJson.write(timeless));
    }
}
