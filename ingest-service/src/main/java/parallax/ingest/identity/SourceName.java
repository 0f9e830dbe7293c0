package parallax.ingest.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.ingest.refusal.Malformed;

/** The name of where a document comes from. */
public final class SourceName {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private SourceName() {}

    /** The name as given, if it may be one. */
    public static String require(@Nullable String source) {
        if (source == null || source.isEmpty()) {
            throw new Malformed(
                    "source-missing",
                    "Source missing",
                    "Say where the document comes from: \"source\", 1 to 64 of A-Z a-z 0-9 . _ - (for example"
                            + " ?source=my-blog).");
        }
        if (!FORM.matcher(source).matches()) {
            throw new Malformed(
                    "source-invalid",
                    "Source invalid",
                    "\"source\" must be 1 to 64 of A-Z a-z 0-9 . _ - and this one is not.");
        }
        return source;
    }
}
