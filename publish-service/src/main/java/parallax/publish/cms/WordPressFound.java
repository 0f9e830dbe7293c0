package parallax.publish.cms;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A post as it stands in a WordPress.
 *
 * @param words with our mark in the content
 * @param tags by their ids, as categories are
 */
record WordPressFound(String id, String slug, Standing words, List<Long> tags, List<Long> categories) {

    static WordPressFound of(JsonNode post) {
        String content = raw(post, "content");
        return new WordPressFound(
                post.path("id").asString(""),
                post.path("slug").asString(""),
                new Standing(raw(post, "title"), raw(post, "excerpt"), content, Mark.in(content)),
                ids(post.path("tags")),
                ids(post.path("categories")));
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
