package parallax.ingest.feed;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server sent when asked for a feed.
 *
 * @param body unpacked
 * @param contentType the header's value; null if there was none
 * @param address where it came from, after redirects
 * @param at when
 */
@SuppressWarnings("ArrayRecordComponent") // read once; nobody compares two of them
public record Delivered(byte[] body, @Nullable String contentType, URI address, Instant at) {}
