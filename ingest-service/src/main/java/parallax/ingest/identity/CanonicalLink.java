package parallax.ingest.identity;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import parallax.ingest.refusal.Refusal;

/** The address that a page names for itself: {@code <link rel="canonical">}. */
public final class CanonicalLink {

    private static final Pattern NAMED = Pattern.compile("(?i)\\brel\\s*=[\\s\"']*[^>]{0,100}\\bcanonical\\b");

    private CanonicalLink() {}

    /**
     * What {@code html} names, made absolute.
     *
     * @param address at which it was found; null if that is not known
     */
    public static Optional<String> of(String html, @Nullable String address) {
        return NAMED.matcher(html).find()
                ? named(Jsoup.parse(html, address == null ? "" : address), address)
                : Optional.empty();
    }

    /**
     * What {@code page} names. It may say where on its own site it stands; of another site's pages only that site may speak. Some
     * systems name their front page in every article, which tells nothing.
     *
     * @param page with its address as its base
     * @param address at which it was found
     */
    public static Optional<String> of(Document page, URI address) {
        return named(page, address.toString());
    }

    private static Optional<String> named(Document page, @Nullable String address) {
        Element link = page.selectFirst("link[rel~=(?i)\\bcanonical\\b][href]");
        String url = link == null ? "" : link.absUrl("href");
        try {
            URI named = URI.create(CanonicalUrl.of(url).toString());
            URI found =
                    address == null ? null : URI.create(CanonicalUrl.of(address).toString());
            boolean sameSite = found == null || named.getAuthority().equals(found.getAuthority());
            boolean tells = !isFront(named) || (found != null && isFront(found));
            return sameSite && tells ? Optional.of(url) : Optional.empty();
        } catch (Refusal | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isFront(URI address) {
        return address.getRawPath().equals("/") && address.getRawQuery() == null;
    }
}
