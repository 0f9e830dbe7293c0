package parallax.publish.feed;

import java.util.Arrays;
import java.util.Base64;
import parallax.publish.story.Sha256;

/** Short names of contents, the same on every instance. */
final class Digest {

    private Digest() {}

    /** 24 characters that can stand in a URL and in a tag. */
    static String of(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.bytes(content), 18));
    }
}
