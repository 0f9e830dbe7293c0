package parallax.stream;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context: the {@code traceparent} that a document carries from its acceptance to every output. */
public final class Trace {

    /** Name of the HTTP and Kafka header. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** {@code incoming} if it is a well-formed version-00 traceparent, else a new one. */
    public static String continueOrStart(@Nullable String incoming) {
        if (incoming != null && FORM.matcher(incoming).matches()) {
            return incoming;
        }
        byte[] ids = new byte[24];
        ThreadLocalRandom.current().nextBytes(ids);
        ids[0] |= 1; // an id of zeros is not valid
        ids[16] |= 1;
        String hex = HexFormat.of().formatHex(ids);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
