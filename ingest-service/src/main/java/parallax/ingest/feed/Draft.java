package parallax.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item as its format has it, adapted but not yet compared with the others of its feed. */
record Draft(
        @Nullable String guid,
        @Nullable String url,
        @Nullable String title,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String language,
        @Nullable String html,
        boolean complete,
        List<String> tags,
        @Nullable String licence) {}
