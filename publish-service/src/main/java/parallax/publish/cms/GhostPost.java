package parallax.publish.cms;

import java.text.BreakIterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.publish.story.Label;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A story's lead as a post for Ghost.
 *
 * @param lexical its text in the form of Ghost's editor
 * @param canonical where the article stands that it is from; null if that is not known
 * @param tags names; one that begins with # is seen by the site's templates only
 */
record GhostPost(
        String title,
        @Nullable String excerpt,
        String lexical,
        @Nullable String canonical,
        List<String> tags) {

    /** Ghost takes no more. */
    private static final int TITLE = 255;

    private static final int EXCERPT = 300;
    private static final int URL = 2000;
    private static final int TAG = 191;

    /** Of a story, with at most {@code most} tags for entities and as many for topics. */
    static GhostPost of(OutsideStory story, int most, JsonMapper json) {
        OutsideArticle lead = story.lead();
        String labels = String.join(", ", Label.words(lead.labels()));
        String excerpt = lead.excerpt() == null ? "" : lead.excerpt().strip();
        String shown = (labels.isEmpty() ? excerpt : "[" + labels + "] " + excerpt).strip();
        String lexical = json.writeValueAsString(Lexical.of(PostHtml.parse(Post.body(story)), lead.url()));
        return new GhostPost(
                cut(lead.title(), TITLE),
                shown.isEmpty() ? null : cut(shown, EXCERPT),
                lexical,
                lead.url() != null && lead.url().length() <= URL ? lead.url() : null,
                tags(lead, most));
    }

    /** What is written whenever the post is, of what is ours. */
    Map<String, Object> text(Seals.Ours ours) {
        Map<String, Object> text = new LinkedHashMap<>();
        if (ours.title()) {
            text.put("title", title);
        }
        if (ours.excerpt()) {
            text.put("custom_excerpt", excerpt);
        }
        text.put("lexical", lexical);
        return text;
    }

    /** Ghost has no language of a post; by a hidden tag its routes and templates can tell. */
    private static List<String> tags(OutsideArticle lead, int most) {
        Stream<String> language = lead.language().equals("und") ? Stream.empty() : Stream.of("#" + lead.language());
        return Stream.of(names(lead.topics(), most), names(lead.entities(), most), language)
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private static Stream<String> names(List<OutsideArticle.Term> terms, int most) {
        return terms.stream()
                .map(OutsideArticle.Term::label)
                .map(label ->
                        cut(label.replace(",", " ").replaceFirst("^[#\\s]+", "").strip(), TAG))
                .filter(label -> !label.isEmpty())
                .limit(most);
    }

    /** At the end of a word, if there is one. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator ends = BreakIterator.getLineInstance(Locale.ROOT);
        ends.setText(text);
        int end = ends.isBoundary(most - 1) ? most - 1 : ends.preceding(most - 1);
        if (end <= 0) { // one word, longer than that
            end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
