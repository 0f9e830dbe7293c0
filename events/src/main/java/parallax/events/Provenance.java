package parallax.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a document came to us, once for each source that delivered it.
 *
 * @param source name of the source
 * @param how {@code push}, {@code feed}, {@code page} (its text was taken from the article's own page), {@code sitemap},
 *     {@code websub} or {@code folder}
 * @param url where this source says it stands, if it does
 * @param fetchedAt when it was fetched, or pushed to us
 * @param rights what this source allows us to pass on
 * @param licence under which it stands, if that is said: an address or a sentence
 * @param hash SHA-256 of the text as this source delivered it, 64 lower-case hexadecimal digits
 * @param feed address of the feed that it stood in; null if it came otherwise, or the feed's address is private
 */
public record Provenance(
        String source,
        String how,
        @Nullable String url,
        Instant fetchedAt,
        Rights rights,
        @Nullable String licence,
        String hash,
        @Nullable String feed) {}
