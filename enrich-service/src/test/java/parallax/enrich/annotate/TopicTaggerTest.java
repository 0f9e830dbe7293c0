package parallax.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched.Topic;

class TopicTaggerTest {

    private final TopicTagger tagger = new TopicTagger();

    @Test
    void tells_what_an_article_is_about_in_either_language() {
        assertThat(tag(Texts.ENGLISH)).extracting(Topic::id).contains("growth");
        assertThat(tag(Texts.CHINESE)).extracting(Topic::id).contains("growth");
    }

    @Test
    void both_scripts_have_the_same_topics_with_the_same_scores() {
        List<Topic> simplified = tag(Texts.CHINESE);
        List<Topic> traditional = tag(Texts.inTaiwan(Texts.CHINESE));
        assertThat(traditional)
                .extracting(Topic::id)
                .isEqualTo(simplified.stream().map(Topic::id).toList());
        assertThat(traditional)
                .extracting(Topic::score)
                .isEqualTo(simplified.stream().map(Topic::score).toList());
    }

    @Test
    void a_topic_is_labelled_in_the_language_of_the_article_and_in_all() {
        Topic topic = tag("# 數學\n\n數學家證明了一個定理。數學、數論與幾何都是數學。").get(0);
        assertThat(topic.id()).isEqualTo("mathematics");
        assertThat(topic.iptc()).isEqualTo("20000715");
        assertThat(topic.label()).isEqualTo("數學");
        assertThat(topic.labels()).containsOnlyKeys("en", "zh-Hans", "zh-Hant").containsEntry("en", "Mathematics");
    }

    @Test
    void a_text_about_nothing_of_the_vocabulary_has_no_topic() {
        assertThat(tag("# Tuesday\n\nIt rained. We stayed in and had soup.")).isEmpty();
    }

    @Test
    void a_word_within_a_longer_one_is_no_cue() {
        assertThat(tag("# Aide\n\nThe aide said that the maid had paid. Again the aide complained."))
                .isEmpty();
    }

    @Test
    void a_cue_is_found_with_a_space_or_a_hyphen_and_without() {
        assertThat(features("# 周二\n\n大家都谈AI编程。"))
                .extracting(Features::id)
                .contains("ai-coding")
                .isEqualTo(features("# 周二\n\n大家都谈 AI 编程。").stream()
                        .map(Features::id)
                        .toList());
        assertThat(features("# Tuesday\n\nThey found product market fit."))
                .isEqualTo(features("# Tuesday\n\nThey found product-market fit."))
                .isNotEmpty();
    }

    @Test
    void what_an_article_speaks_of_throughout_is_likelier_its_topic_than_what_it_dwells_on_once() {
        String other = "It rained, and they talked of soup. ".repeat(40);
        double throughout = score("# Tuesday\n\n" + (other + "Then came the robots. ").repeat(10), "robotics");
        double once = score(
                "# Tuesday\n\n" + other.repeat(5) + "Then came the robots. ".repeat(10) + other.repeat(5), "robotics");
        assertThat(throughout).isGreaterThan(once + 0.1);
    }

    @Test
    void a_topic_stands_beside_what_it_is_part_of() {
        String text =
                "# Tuesday\n\n" + "The startup looked for product-market fit. A founder has a startup. ".repeat(5);
        assertThat(tag(text)).extracting(Topic::id).contains("startups", "product-market-fit");
    }

    private double score(String markdown, String topic) {
        return tag(markdown).stream()
                .filter(given -> given.id().equals(topic))
                .mapToDouble(Topic::score)
                .findFirst()
                .orElse(0);
    }

    private List<Features> features(String markdown) {
        return tagger.features(Texts.article(markdown));
    }

    private List<Topic> tag(String markdown) {
        return tagger.tag(Texts.article(markdown));
    }
}
