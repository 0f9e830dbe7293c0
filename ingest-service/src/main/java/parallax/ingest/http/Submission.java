package parallax.ingest.http;

import org.jspecify.annotations.Nullable;

/** A document as a sender hands it in, nothing checked: the query and body of an upload, or one JSON object. */
record Submission(
        @Nullable String source,
        @Nullable String id,
        @Nullable String url,
        @Nullable String contentType,
        @Nullable String content,
        @Nullable String file) {}
