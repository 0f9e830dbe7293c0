package parallax.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.publish.Samples;
import parallax.publish.delivery.EventType;
import parallax.publish.delivery.Parcel;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.problem.PublishException;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.OutsideStory;

/** What an endpoint hears of. The story that is told has topic ai, entity Q317521 and language zh-Hant. */
class WebhookFilterTest {

    @Test
    void one_value_of_each_kind_that_is_named_must_fit() {
        assertThat(wants(null, null, null)).isTrue();
        assertThat(wants(List.of(), List.of(), List.of())).isTrue();
        assertThat(wants(List.of("cooking", "ai"), null, null)).isTrue();
        assertThat(wants(null, List.of("Q317521"), null)).isTrue();
        assertThat(wants(null, null, List.of("zh-Hant"))).isTrue();
        assertThat(wants(List.of("ai"), List.of("Q317521"), List.of("zh"))).isTrue();
        assertThat(wants(List.of("cooking"), null, null)).isFalse();
        assertThat(wants(null, List.of("Q1"), null)).isFalse();
        assertThat(wants(null, null, List.of("en"))).isFalse();
        assertThat(wants(List.of("ai"), List.of("Q317521"), List.of("en"))).isFalse();
    }

    /** Else it would never learn that what it shows is out of date. */
    @Test
    void who_was_given_a_story_goes_on_hearing_of_it() {
        WebhookFilter filter = new WebhookFilter(null, List.of("cooking"), null, null);
        assertThat(filter.refusesStory(parcel(EventType.CREATED))).isPresent();
        assertThat(filter.refusesStory(parcel(EventType.UPDATED))).isEmpty();
        assertThat(filter.refusesStory(parcel(EventType.REMOVED))).isEmpty();
    }

    @Test
    void types_are_wanted_by_their_names() {
        WebhookFilter filter = new WebhookFilter(List.of("story.merged"), null, null, null);
        assertThat(filter.refusesType(EventType.MERGED)).isEmpty();
        assertThat(filter.refusesType(EventType.CREATED)).hasValue("the endpoint does not want story.created");
        assertThat(WebhookFilter.ALL.refusesType(EventType.REMOVED)).isEmpty();
    }

    @Test
    void a_filter_that_nothing_could_pass_is_refused() {
        assertThatThrownBy(() -> new WebhookFilter(List.of("story.gone"), null, null, null))
                .isInstanceOf(PublishException.BadInput.class)
                .hasMessageContaining("story.created, story.updated, story.merged, story.removed");
        for (List<String> bad : List.of(List.of(" "), new ArrayList<>(Arrays.asList((String) null)))) {
            assertThatThrownBy(() -> new WebhookFilter(null, bad, null, null))
                    .isInstanceOf(PublishException.BadInput.class)
                    .hasMessageContaining("\"topics\" holds an empty word");
        }
    }

    private static boolean wants(
            @Nullable List<String> topics, @Nullable List<String> entities, @Nullable List<String> languages) {
        return new WebhookFilter(null, topics, entities, languages)
                .refusesStory(parcel(EventType.CREATED))
                .isEmpty();
    }

    private static Parcel parcel(EventType type) {
        ArticleEnriched article = Samples.article("d", "T", "B");
        OutsideStory story = OutsideStory.of(Samples.story("s", 1, article), List.of(article), EditorsWord.NONE)
                .orElseThrow();
        StoredChannel channel = new StoredChannel("c", "webhook", "http://x", "{}", true, null, Samples.TIME);
        return new Parcel("msg_1", type, Samples.TIME, channel, "s", 1, null, type.gone() ? null : story, null, null);
    }
}
