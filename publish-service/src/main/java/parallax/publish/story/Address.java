package parallax.publish.story;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses that stand in texts. */
public final class Address {

    private static final Pattern ABOVE_ROOT = Pattern.compile("^(?:/\\.\\.?(?=/|$))+/?");

    private Address() {}

    /**
     * What {@code reference} means in a text that stands at {@code base}. Java leaves the steps that lead above the root; RFC 3986,
     * 5.2.4, takes them off.
     *
     * @throws IllegalArgumentException if either is no address
     */
    public static URI resolve(String base, URI reference) {
        URI resolved = URI.create(base).resolve(reference);
        String path = resolved.getRawPath();
        if (path == null || !path.startsWith("/.")) {
            return resolved;
        }
        String query = resolved.getRawQuery() == null ? "" : "?" + resolved.getRawQuery();
        String fragment = resolved.getRawFragment() == null ? "" : "#" + resolved.getRawFragment();
        return URI.create(resolved.getScheme() + "://" + resolved.getRawAuthority()
                + ABOVE_ROOT.matcher(path).replaceFirst("/") + query + fragment);
    }
}
