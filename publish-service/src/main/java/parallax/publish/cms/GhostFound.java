package parallax.publish.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.publish.delivery.Parcel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A post as it stands in Ghost.
 *
 * @param text its Lexical text in one form, whatever the order of its fields
 * @param tags those it has, by id, in their order
 * @param foot its footer code, where our mark stands
 */
record GhostFound(
        String id,
        String slug,
        String status,
        String title,
        String excerpt,
        String text,
        @Nullable String canonical,
        List<Map<String, String>> tags,
        String foot,
        String updatedAt) {

    static GhostFound of(JsonNode post, JsonMapper json) {
        List<Map<String, String>> tags = new ArrayList<>();
        post.path("tags").forEach(tag -> tags.add(Map.of("id", tag.path("id").asString())));
        return new GhostFound(
                post.path("id").asString(),
                post.path("slug").asString(""),
                post.path("status").asString(""),
                post.path("title").asString(""),
                post.path("custom_excerpt").asString(""),
                plain(post.path("lexical").asString(""), json),
                post.path("canonical_url").asString(null),
                tags,
                post.path("codeinjection_foot").asString(""),
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

    boolean isMarked(String word) {
        return mark().filter(mark -> mark.id().equals(word)).isPresent();
    }

    /** By our memory, or, where we could not remember, by the mark's seal. */
    boolean isOurs(Parcel parcel) {
        return hash().equals(parcel.artifactHash())
                || mark().filter(mark -> mark.intact(title, excerpt, text)).isPresent();
    }

    /** What we gave the post, as words of the mark. */
    TreeSet<String> given() {
        return new TreeSet<>(mark().map(Mark::terms).orElse(List.of()));
    }

    /** The status that it had when we took it down; null if we did not. */
    @Nullable
    String takenDownFrom() {
        return given().stream()
                .filter(word -> word.startsWith("s:"))
                .map(word -> word.substring(2))
                .findFirst()
                .orElse(null);
    }

    /** The footer code with another mark of ours; what a person wrote there stays. */
    String footWith(Mark mark) {
        return mark.appendedTo(Mark.without(foot).strip()).strip();
    }

    String hash() {
        return Seal.hash(title + "\n" + excerpt + "\n" + text);
    }

    private Optional<Mark> mark() {
        return Mark.in(foot);
    }
}
