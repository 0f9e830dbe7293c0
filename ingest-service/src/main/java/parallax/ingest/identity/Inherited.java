package parallax.ingest.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source says of all it sends, and a document therefore of itself where it says nothing else. */
public record Inherited(
        List<String> labels,
        @Nullable String language,
        @Nullable String author,
        @Nullable String licence) {

    /** Of a source that says nothing. */
    public static final Inherited NOTHING = new Inherited(List.of(), null, null, null);
}
