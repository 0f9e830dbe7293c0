package parallax.publish.editor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.events.EditorDecided;

/**
 * A decision as JSON.
 *
 * @param decision {@code split}, {@code merge}, {@code same}, {@code not-same}, {@code hold}, {@code release}, {@code lead},
 *     {@code no-lead}
 * @param story the story that was looked at
 * @param articles what it is about
 * @param others what these were told together with or apart from
 * @param undo the request that undoes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Said(
        String id,
        String decision,
        Instant at,
        String by,
        @Nullable String why,
        @Nullable String story,
        List<String> articles,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> others,
        String undo) {

    static Said of(EditorDecided decision) {
        return new Said(
                decision.decisionId(),
                word(decision.verdict()),
                decision.decidedAt(),
                decision.decidedBy(),
                decision.reason(),
                decision.storyId(),
                decision.documents(),
                decision.others(),
                undo(decision));
    }

    static String word(EditorDecided.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In a sentence: who, when, what, why. */
    static String sentence(EditorDecided decision) {
        return "\"%s\" by %s at %s (%s)%s"
                .formatted(
                        word(decision.verdict()),
                        decision.decidedBy(),
                        decision.decidedAt(),
                        decision.decisionId(),
                        decision.reason() == null ? "" : ", because: " + decision.reason());
    }

    static String undo(EditorDecided decision) {
        String first = decision.documents().get(0);
        String other = decision.others().isEmpty() ? "" : decision.others().get(0);
        return switch (decision.verdict()) {
            case SPLIT ->
                "POST /v1/stories/" + decision.storyId() + "/merge with {\"articles\": " + quoted(decision.documents())
                        + "}";
            case MERGE ->
                "POST /v1/stories/" + decision.storyId() + "/split with {\"articles\": " + quoted(decision.others())
                        + "}";
            case SAME -> "POST /v1/articles/" + first + "/not-same with {\"article\": \"" + other + "\"}";
            case NOT_SAME -> "POST /v1/articles/" + first + "/same with {\"article\": \"" + other + "\"}";
            case HOLD -> "POST /v1/articles/" + first + "/release";
            case RELEASE -> "POST /v1/articles/" + first + "/hold";
            case LEAD -> "DELETE /v1/stories/" + decision.storyId() + "/lead";
            case NO_LEAD -> "POST /v1/stories/" + decision.storyId() + "/lead with {\"article\": \"" + first + "\"}";
        };
    }

    /** For a problem's own fields. */
    Map<String, Object> asProperty() {
        return Map.of("id", id, "decision", decision, "at", at.toString(), "by", by, "why", why == null ? "" : why);
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").toList().toString();
    }
}
