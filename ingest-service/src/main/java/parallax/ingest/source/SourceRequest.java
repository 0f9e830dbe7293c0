package parallax.ingest.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as somebody sets it up, nothing checked.
 *
 * @param kind {@code feed}, {@code folder} or {@code push}; may be left out where {@code url} or {@code folder} tells
 * @param fullText {@code auto}, {@code always} or {@code never}
 * @param confidential whether its address is for those with a token only; guessed from the address if left out
 */
record SourceRequest(
        @Nullable String kind,
        @Nullable String url,
        @Nullable String folder,
        @Nullable String rights,
        @Nullable String licence,
        @Nullable String language,
        @Nullable String author,
        @Nullable List<String> labels,
        @Nullable String fullText,
        @JsonProperty("private") @Nullable Boolean confidential,
        @Nullable Boolean active) {}
