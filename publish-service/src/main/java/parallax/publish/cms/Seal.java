package parallax.publish.cms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.publish.story.Sha256;

/**
 * A checksum of a file within the file: tells whether a person changed it since we wrote it, even when our memory of what we
 * wrote is lost.
 */
final class Seal {

    /** Stands where the seal comes. */
    static final String BLANK = "sha256-" + "0".repeat(64);

    private static final Pattern SEAL = Pattern.compile("(?m)^  seal: (sha256-[0-9a-f]{64})$");

    private Seal() {}

    static String apply(String blank) {
        return blank.replaceFirst(BLANK, "sha256-" + hash(blank));
    }

    static boolean intact(String sealed) {
        Matcher seal = SEAL.matcher(sealed);
        if (!seal.find()) {
            return false;
        }
        String blank = sealed.substring(0, seal.start(1)) + BLANK + sealed.substring(seal.end(1));
        return seal.group(1).equals("sha256-" + hash(blank));
    }

    static String hash(String text) {
        return Sha256.hex(text);
    }
}
