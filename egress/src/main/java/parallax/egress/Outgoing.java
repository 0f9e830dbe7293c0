package parallax.egress;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to somebody else's server.
 *
 * @param body null if there is none; its type stands among the headers
 */
@SuppressWarnings("ArrayRecordComponent") // handed through to the client; nobody compares two of them
public record Outgoing(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {

    /** Without a body. */
    public static Outgoing get(URI uri, Map<String, String> headers) {
        return new Outgoing("GET", uri, headers, null);
    }
}
