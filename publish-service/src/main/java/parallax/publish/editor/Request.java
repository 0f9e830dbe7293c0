package parallax.publish.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for; which fields are needed depends on the decision.
 *
 * @param by who decides, for people to read; the name of the token unless said
 * @param why in his words
 * @param articles that leave the story ({@code split}) or belong to it ({@code merge})
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

    /** The same, by somebody else if it is not said by whom. */
    Request byOr(String name) {
        return by == null || by.isBlank() ? new Request(name, why, articles, with, article) : this;
    }

    String who() {
        return by == null || by.isBlank() ? "an editor" : by.strip();
    }

    @Nullable
    String reason() {
        return why == null || why.isBlank() ? null : why.strip();
    }
}
