package parallax.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them: relative, with blanks, without a scheme. */
final class Urls {

    private Urls() {}

    /** The absolute http(s) address that {@code reference} means beside {@code base}; null if it means none. */
    static @Nullable String resolve(URI base, @Nullable String reference) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        String text = escape(reference.strip().replaceAll("[\\r\\n\\t]+", ""));
        try {
            URI uri = base.resolve(new URI(text.startsWith("www.") ? "https://" + text : text));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getRawAuthority() != null ? uri.toString() : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    static boolean isAbsolute(String reference) {
        return reference.strip().matches("(?i)https?://.*");
    }

    /** Escapes what nobody escaped; what is escaped stays. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loosePercent = c == '%'
                    && (i + 2 >= text.length()
                            || Character.digit(text.charAt(i + 1), 16) < 0
                            || Character.digit(text.charAt(i + 2), 16) < 0);
            if (loosePercent || " \"<>\\^`{|}".indexOf(c) >= 0) {
                escaped.append(String.format("%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
