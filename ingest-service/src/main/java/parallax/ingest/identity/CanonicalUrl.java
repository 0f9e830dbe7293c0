package parallax.ingest.identity;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import parallax.ingest.refusal.Malformed;

/**
 * A web address without what does not tell pages apart: scheme, letter case of the host, {@code www} and the hosts for phones,
 * default port, fragment, tracking parameters and their order, AMP. It names a page; it need not be one that a server answers.
 */
public final class CanonicalUrl {

    private static final int MAX_LENGTH = 2048;

    private final String text;

    private CanonicalUrl(String text) {
        this.text = text;
    }

    /** The canonical form of {@code url}, which must be absolute, http or https, and name no user. */
    public static CanonicalUrl of(String url) {
        if (url.length() > MAX_LENGTH) {
            throw invalid("is longer than " + MAX_LENGTH + " characters");
        }
        URI uri = parse(SamePage.outOfCache(url));
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw invalid("must be absolute and begin with http:// or https://");
        }
        String authority = uri.getRawAuthority();
        if (authority == null || authority.isEmpty()) {
            throw invalid("names no host");
        }
        if (authority.indexOf('@') >= 0) {
            throw invalid("must not name a user or a password");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : SamePage.query(uri.getRawQuery());
        return new CanonicalUrl(
                "https://" + host(authority, scheme) + SamePage.path(path) + (query.isEmpty() ? "" : "?" + query));
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            int position = e.getIndex() + 1;
            throw new Malformed(
                    "url-invalid",
                    "URL invalid",
                    "\"url\" is no URL: " + e.getReason() + " at character " + position
                            + ". Percent-encode what a URL may not hold.",
                    Map.of("position", position));
        }
    }

    private static String host(String authority, String scheme) {
        int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (!port.chars().allMatch(c -> c >= '0' && c <= '9') || port.length() > 5) {
            throw invalid("has a port that is no number");
        }
        boolean byDefault = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        return SamePage.host(ascii(host)) + (byDefault ? "" : ":" + port);
    }

    private static String ascii(String host) {
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host);
            boolean one = host.startsWith("[") || host.indexOf(':') < 0; // a second colon would pass for an empty port
            if (one && new URI("http://" + ascii).getHost() != null) {
                return ascii.toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException | URISyntaxException e) {
            throw invalid("names a host that is no host name");
        }
        throw invalid("names a host that is no host name");
    }

    private static Malformed invalid(String what) {
        return new Malformed(
                "url-invalid",
                "URL invalid",
                "\"url\" " + what + "; give the address at which readers find the document, or leave it out.");
    }

    /** The canonical form. */
    @Override
    public String toString() {
        return text;
    }
}
