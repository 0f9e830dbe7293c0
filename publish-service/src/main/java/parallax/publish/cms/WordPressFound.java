package parallax.publish.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import parallax.publish.delivery.Parcel;
import tools.jackson.databind.JsonNode;

/**
 * A post as it stands in a WordPress.
 *
 * @param tags by their ids, as categories are
 * @param mark ours, in its text
 */
record WordPressFound(
        String id,
        String slug,
        String title,
        String excerpt,
        String content,
        List<Long> tags,
        List<Long> categories,
        Optional<Mark> mark) {

    static WordPressFound of(JsonNode post) {
        String content = raw(post, "content");
        return new WordPressFound(
                post.path("id").asString(""),
                post.path("slug").asString(""),
                raw(post, "title"),
                raw(post, "excerpt"),
                content,
                ids(post.path("tags")),
                ids(post.path("categories")),
                Mark.in(content));
    }

    boolean isMarked(String word) {
        return mark.filter(one -> one.id().equals(word)).isPresent();
    }

    /** By our memory, or, where we could not remember, by the mark's seal. */
    boolean isOurs(Parcel parcel) {
        return hash().equals(parcel.artifactHash())
                || mark.filter(one -> one.intact(title, excerpt, content)).isPresent();
    }

    /** Terms that we once gave it, whether it still has them or not. */
    TreeSet<String> given() {
        return new TreeSet<>(mark.map(Mark::terms).orElse(List.of()));
    }

    String hash() {
        return Seal.hash(title + "\n" + excerpt + "\n" + content);
    }

    private static List<Long> ids(JsonNode terms) {
        List<Long> ids = new ArrayList<>();
        terms.forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    private static String raw(JsonNode post, String field) {
        return post.path(field).path("raw").asString("");
    }
}
