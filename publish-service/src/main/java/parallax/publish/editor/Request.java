package parallax.publish.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for; which fields are needed depends on the decision.
 *
 * @param by who decides, for people to read; "an editor" unless said
 * @param why in his words
 * @param articles that leave the story ({@code split})
 * @param with the other story ({@code merge})
 * @param article the other article ({@code same}, {@code not-same}) or the one that is to lead ({@code lead})
 */
record Request(
        @Nullable String by,
        @Nullable String why,
        @Nullable List<@Nullable String> articles,
        @Nullable String with,
        @Nullable String article) {

    static final Request EMPTY = new Request(null, null, null, null, null);

    String who() {
        return by == null || by.isBlank() ? "an editor" : by.strip();
    }

    @Nullable
    String reason() {
        return why == null || why.isBlank() ? null : why.strip();
    }
}
