package parallax.enrich.story;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import parallax.enrich.text.Sha256;

/** Names a story after the document that founded it, so that a replay gives the same name. */
final class StoryId {

    private StoryId() {}

    /** The first name of the founder's that no story ever had. */
    static String of(String founder, Predicate<String> taken) {
        for (int nth = 0; ; nth++) {
            String id = of(founder, nth);
            if (!taken.test(id)) {
                return id;
            }
        }
    }

    /** The name that it is given unless a story had it before. */
    static String first(String founder) {
        return of(founder, 0);
    }

    private static String of(String founder, int nth) {
        return "st-"
                + Sha256.hex((founder + "\n" + nth).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 16);
    }
}
