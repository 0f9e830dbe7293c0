package parallax.ingest.identity;

import org.jspecify.annotations.Nullable;

/**
 * A document that passed every check and knows who it is.
 *
 * @param revision SHA-256 of {@code content} in UTF-8
 * @param url as the sender gave it
 */
public record NewDocument(
        String id, String revision, String source, @Nullable String url, ContentType contentType, String content) {}
