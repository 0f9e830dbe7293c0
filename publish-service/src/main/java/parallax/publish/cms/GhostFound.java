package parallax.publish.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A post as it stands in Ghost.
 *
 * @param words the content as Lexical in one form, whatever the order of its fields; the mark stands in the foot
 * @param tags those it has, by id, in their order
 * @param foot its footer code
 */
record GhostFound(
        String id,
        String slug,
        String status,
        Standing words,
        @Nullable String canonical,
        List<Map<String, String>> tags,
        String foot,
        String updatedAt) {

    static GhostFound of(JsonNode post, JsonMapper json) {
        List<Map<String, String>> tags = new ArrayList<>();
        post.path("tags").forEach(tag -> tags.add(Map.of("id", tag.path("id").asString())));
        String foot = post.path("codeinjection_foot").asString("");
        return new GhostFound(
                post.path("id").asString(),
                post.path("slug").asString(""),
                post.path("status").asString(""),
                new Standing(
                        post.path("title").asString(""),
                        post.path("custom_excerpt").asString(""),
                        plain(post.path("lexical").asString(""), json),
                        Mark.in(foot)),
                post.path("canonical_url").asString(null),
                tags,
                foot,
                post.path("updated_at").asString());
    }

    /** A Lexical text with its fields in order. */
    static String plain(String lexical, JsonMapper json) {
        try {
            return json.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(json.readValue(lexical, Object.class));
        } catch (JacksonException e) {
            return lexical; // not ours, then
        }
    }

    /** The status that it had when we took it down; null if we did not. */
    @Nullable
    String takenDownFrom() {
        return words.given().stream()
                .filter(word -> word.startsWith("s:"))
                .map(word -> word.substring(2))
                .findFirst()
                .orElse(null);
    }

    /** The footer code with another mark of ours; what a person wrote there stays. */
    String footWith(Mark mark) {
        return mark.appendedTo(Mark.without(foot).strip()).strip();
    }
}
