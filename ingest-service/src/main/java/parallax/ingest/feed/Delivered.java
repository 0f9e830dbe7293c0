package parallax.ingest.feed;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server sent when asked for a feed.
 *
 * @param body unpacked
 * @param cut whether there is more of it than was read
 * @param contentType the header's value; null if there was none
 * @param address where it came from, after redirects
 * @param at when
 */
@SuppressWarnings("ArrayRecordComponent") // read once; nobody compares two of them
public record Delivered(byte[] body, boolean cut, @Nullable String contentType, URI address, Instant at) {

    /** All that the server sent. */
    public Delivered(byte[] body, @Nullable String contentType, URI address, Instant at) {
        this(body, false, contentType, address, at);
    }
}
