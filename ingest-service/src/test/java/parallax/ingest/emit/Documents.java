package parallax.ingest.emit;

import java.time.Instant;
import parallax.events.Rights;
import parallax.ingest.identity.ContentType;
import parallax.ingest.identity.Inherited;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.identity.Origin;

/** Documents for tests. */
final class Documents {

    private Documents() {}

    static NewDocument text(String id, String revision) {
        return of(id, revision, "test", Origin.PUSH, "text");
    }

    static NewDocument of(String id, String revision, String source, String how, String content) {
        return of(id, revision, source, how, content, Inherited.NOTHING);
    }

    static NewDocument of(String id, String revision, String source, String how, String content, Inherited inherited) {
        return new NewDocument(
                id,
                revision,
                null,
                ContentType.PLAIN,
                content,
                new Origin(source, how, Instant.parse("2026-01-01T00:00:00Z"), Rights.FULL, null, null, inherited));
    }
}
