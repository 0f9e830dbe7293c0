package parallax.publish.story;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ids that items keep for ever, on every output. */
public final class Urn {

    private Urn() {}

    /** Of a story. */
    public static String story(String id) {
        return "urn:parallax:story:" + encode(id);
    }

    /** Of an article. */
    public static String article(String documentId) {
        return "urn:parallax:article:" + encode(documentId);
    }

    private static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
