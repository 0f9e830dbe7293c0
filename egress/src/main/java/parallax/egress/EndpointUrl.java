package parallax.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks an address when it is given; {@link EgressGuard} checks again at every connection. */
final class EndpointUrl {

    private static final int LONGEST = 2000;

    /** What programs may take for an IPv4 address: its last part is a number, be it hexadecimal or octal. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:0[xX][0-9a-fA-F]*|[0-9]+)\\.?");

    private static final Pattern DOTTED = Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");

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
        String host = uri.getHost();
        try {
            guard.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (EgressGuard.Refused e) {
            throw new BadAddressException(true, "\"" + field + "\" is refused: " + e.getMessage() + ".", e);
        } catch (UnknownHostException e) {
            // may have a name later; attempts will tell
        }
        if (NUMERIC.matcher(host).matches() && !DOTTED.matcher(host).matches()) {
            throw bad(
                    "\"" + field + "\" writes an IP address in a form that programs read differently: write it as four"
                            + " decimal numbers with dots between them and no zeros before them, or use a name.",
                    null);
        }
        return uri;
    }

    private static BadAddressException bad(String detail, @Nullable Throwable cause) {
        return new BadAddressException(false, detail, cause);
    }
}
