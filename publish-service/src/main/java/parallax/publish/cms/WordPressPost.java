package parallax.publish.cms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parallax.publish.story.Label;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;

/**
 * A story's lead as a post for WordPress.
 *
 * @param content HTML without a script, an unknown element or a relative link
 * @param meta what our plug-in understands, should it be there; without it WordPress drops them
 */
record WordPressPost(
        String title,
        String excerpt,
        String content,
        List<String> tags,
        List<String> categories,
        Map<String, String> meta) {

    /** Of a story, with at most {@code most} tags and categories each. */
    static WordPressPost of(OutsideStory story, int most) {
        OutsideArticle lead = story.lead();
        String html = PostHtml.of(PostHtml.parse(Post.body(story)), lead.url()).strip();
        String language = lead.language().equals("und") ? "" : " lang=\"" + escape(lead.language()) + "\"";
        String labels = String.join(", ", Label.words(lead.labels()));
        String excerpt = lead.excerpt() == null ? "" : lead.excerpt();
        return new WordPressPost(
                escape(lead.title()),
                escape(labels.isEmpty() ? excerpt : "[" + labels + "] " + excerpt)
                        .strip(),
                "<div" + language + ">\n" + html + "\n</div>",
                labels(lead.entities().stream(), most),
                labels(lead.topics().stream(), most),
                meta(lead));
    }

    private static Map<String, String> meta(OutsideArticle lead) {
        Map<String, String> meta = new LinkedHashMap<>();
        meta.put("parallax_canonical", lead.url() == null ? "" : lead.url());
        meta.put("parallax_language", lead.language().equals("und") ? "" : lead.language());
        return meta;
    }

    private static List<String> labels(Stream<OutsideArticle.Term> terms, int most) {
        return terms.map(OutsideArticle.Term::label)
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .limit(most)
                .toList();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
