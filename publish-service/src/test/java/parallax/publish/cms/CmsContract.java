package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.publish.Samples;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.EventType;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.OutsideStory;

/** What every CMS channel must do. */
abstract class CmsContract {

    static final String STORY = "story-1";

    /** The channel under test, in front of an empty CMS. */
    abstract Channel channel();

    /** As the channel is stored. */
    abstract StoredChannel stored();

    /** The post as it stands in the CMS. */
    abstract Optional<String> post();

    /** A person edits the post. */
    abstract void edit(String text);

    /** How many posts there are. */
    abstract int posts();

    @Test
    void a_story_is_one_post_whatever_happens_to_it() {
        Outcome.Delivered first = delivered(deliver("First title", null));
        assertThat(post()).hasValueSatisfying(post -> assertThat(post).contains("First title"));
        Outcome.Delivered second = delivered(deliver("Better title", first));
        delivered(deliver("Better title", second));
        assertThat(posts()).isEqualTo(1);
        assertThat(post()).hasValueSatisfying(post -> assertThat(post).contains("Better title"));
    }

    @Test
    void a_lost_answer_makes_no_second_post_and_no_conflict() {
        deliver("First title", null);
        delivered(deliver("First title", null));
        delivered(deliver("Changed meanwhile", null));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void what_a_person_wrote_stays() {
        Outcome.Delivered first = delivered(deliver("First title", null));
        edit("My own words");
        assertThat(deliver("Better title", first)).isInstanceOf(Outcome.Conflict.class);
        assertThat(remove(first)).isInstanceOf(Outcome.Conflict.class);
        assertThat(post()).hasValueSatisfying(post -> assertThat(post).contains("My own words"));
    }

    @Test
    void a_removal_takes_the_post_down_and_can_come_twice() {
        Outcome.Delivered first = delivered(deliver("First title", null));
        delivered(remove(first));
        delivered(remove(null));
        assertThat(posts()).isZero();
    }

    final Outcome deliver(String title, Outcome.@Nullable Delivered before) {
        return deliver(Samples.article("lead", title, "Body of " + title), before);
    }

    final Outcome deliver(ArticleEnriched lead, Outcome.@Nullable Delivered before) {
        return deliver(STORY, lead, before);
    }

    final Outcome deliver(String storyId, ArticleEnriched lead, Outcome.@Nullable Delivered before) {
        OutsideStory story = OutsideStory.of(Samples.story(storyId, 1, lead), List.of(lead), EditorsWord.NONE)
                .orElseThrow();
        return channel().deliver(parcel(storyId, EventType.UPDATED, story, before));
    }

    final Outcome remove(Outcome.@Nullable Delivered before) {
        return channel().deliver(parcel(STORY, EventType.REMOVED, null, before));
    }

    private Parcel parcel(
            String storyId, EventType type, @Nullable OutsideStory story, Outcome.@Nullable Delivered before) {
        return new Parcel(
                "msg_1",
                type,
                Samples.TIME,
                stored(),
                storyId,
                1,
                null,
                story,
                before == null ? null : before.artifact(),
                before == null ? null : before.artifactHash());
    }

    static Outcome.Delivered delivered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return (Outcome.Delivered) outcome;
    }
}
