package parallax.ingest.http;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.check.DocumentCheck;
import parallax.ingest.check.Utf8;
import parallax.ingest.identity.CanonicalLink;
import parallax.ingest.identity.CanonicalUrl;
import parallax.ingest.identity.ContentType;
import parallax.ingest.identity.DocumentId;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.identity.Origin;
import parallax.ingest.identity.SourceName;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TooLarge;
import parallax.ingest.refusal.UnsupportedType;
import parallax.ingest.source.Policies;

/** From what was handed in to a document of ours. */
@Component
class SubmissionAdapter {

    private static final int LONGEST_FILE = 1000;

    private final DocumentCheck check;
    private final Policies policies;
    private final Clock clock;
    private final long maxBytes;

    SubmissionAdapter(DocumentCheck check, Policies policies, Clock clock, IngestSettings settings) {
        this.check = check;
        this.policies = policies;
        this.clock = clock;
        this.maxBytes = settings.maxDocumentSize().toBytes();
    }

    /**
     * The document that {@code submission} is.
     *
     * @throws Refusal if it is none
     */
    NewDocument adapt(Submission submission) {
        String source = SourceName.require(submission.source());
        String given = submission.id() == null ? null : DocumentId.require(submission.id());
        CanonicalUrl sent = submission.url() == null ? null : CanonicalUrl.of(submission.url());
        ContentType type = type(submission.contentType());
        String content = submission.content();
        if (content == null) {
            throw new Malformed(
                    "content-missing", "Content missing", "The field \"content\" is missing: the document's text.");
        }
        byte[] bytes = Utf8.encode(content);
        if (bytes.length > maxBytes) {
            throw new TooLarge(maxBytes);
        }
        check.check(type, content);
        String named = type == ContentType.HTML
                ? CanonicalLink.of(content, submission.url()).orElse(null)
                : null;
        String id = DocumentId.of(given, named == null ? sent : CanonicalUrl.of(named), source, bytes);
        return new NewDocument(
                id,
                DocumentId.revision(bytes),
                submission.url() == null ? named : submission.url(),
                type,
                content,
                policies.origin(source, Origin.PUSH, clock.instant()),
                file(submission.file()));
    }

    private static @Nullable String file(@Nullable String file) {
        if (file != null && file.length() > LONGEST_FILE) {
            throw new Malformed(
                    "file-invalid",
                    "File invalid",
                    "\"file\" is longer than " + LONGEST_FILE
                            + " characters; give the file's name or path, or leave it out.");
        }
        return file == null || file.isBlank() ? null : file;
    }

    /** Plain text reads as Markdown, so that is what a JSON object without a type holds. */
    private static ContentType type(@Nullable String contentType) {
        if (contentType == null) {
            return ContentType.MARKDOWN;
        }
        return ContentType.of(contentType)
                .orElseThrow(() -> new UnsupportedType(
                        "\"contentType\" must be one of " + ContentType.all() + ", without parameters."));
    }
}
