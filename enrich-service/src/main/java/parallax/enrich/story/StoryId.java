package parallax.enrich.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Names a story after the document that founded it, so that a replay gives the same name. */
final class StoryId {

    private StoryId() {}

    /** The first name of the founder's that no story ever had. */
    static String of(String founder, Predicate<String> taken) {
        for (int nth = 0; ; nth++) {
            String id = "st-" + digest(founder + "\n" + nth).substring(0, 16);
            if (!taken.test(id)) {
                return id;
            }
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
