package parallax.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Checks an address when it is given; {@link EgressGuard} checks again at every connection. */
final class EndpointUrl {

    private static final int LONGEST = 2000;

    private EndpointUrl() {}

    static URI check(String field, String url, EgressGuard guard) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw bad("\"" + field + "\" is no URL: " + e.getReason() + " at character " + e.getIndex() + ".", e);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getHost().isEmpty()) {
            throw bad("\"" + field + "\" must be an absolute http or https URL with a host.", null);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null || url.length() > LONGEST) {
            throw bad(
                    "\"" + field
                            + "\" may have neither user name, password nor fragment, and at most 2,000 characters.",
                    null);
        }
        try {
            String host = uri.getHost();
            guard.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (EgressGuard.Refused e) {
            throw new BadAddressException(true, "\"" + field + "\" is refused: " + e.getMessage() + ".", e);
        } catch (UnknownHostException e) {
            return uri; // may have a name later; attempts will tell
        }
        return uri;
    }

    private static BadAddressException bad(String detail, @Nullable Throwable cause) {
        return new BadAddressException(false, detail, cause);
    }
}
