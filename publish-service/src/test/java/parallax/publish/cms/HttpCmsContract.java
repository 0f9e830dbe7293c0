package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.publish.Samples;
import parallax.publish.delivery.Outcome;

/** What every CMS channel must do that goes over a network. {@code -Dcms.updates=N} for more updates than usual. */
abstract class HttpCmsContract extends CmsContract {

    private static final int UPDATES = Integer.getInteger("cms.updates", 40);
    private static final int STORIES = 5;

    /** Where the CMS is. */
    abstract String url();

    /** The channel goes by this address from now on; null: straight to the CMS. */
    abstract void through(@Nullable String url);

    /** How many of each kind of thing there are in the CMS: posts with those taken down, terms, media. */
    abstract Map<String, Integer> things();

    /** A person gives the post another title. */
    abstract void retitle(String title);

    @Test
    void a_title_of_a_persons_own_stays_and_the_text_goes_on() {
        Outcome.Delivered first = delivered(deliver("First title", null));
        retitle("My own title");
        Outcome.Delivered second = delivered(deliver("Better title", first));
        assertThat(second.detail()).contains("updated; the title stays as a person wrote it");
        assertThat(post()).hasValueSatisfying(post -> assertThat(post)
                .contains("My own title", "Body of Better title")
                .doesNotContain("First title"));
        delivered(deliver("Better still", second));
        delivered(deliver("Best title", null)); // our memory is lost
        assertThat(post()).hasValueSatisfying(post -> assertThat(post).contains("My own title", "Body of Best title"));
        delivered(remove(null));
        assertThat(posts()).isZero();
    }

    @Test
    void updates_whose_requests_or_answers_are_lost_leave_one_post_a_story() throws IOException {
        Random chance = new Random(7);
        AtomicInteger lost = new AtomicInteger();
        Map<String, Integer> none = things();
        try (LossyRelay relay = new LossyRelay(url(), () -> {
            LossyRelay.Fault fault =
                    switch (chance.nextInt(6)) {
                        case 0 -> LossyRelay.Fault.REQUEST_LOST;
                        case 1 -> LossyRelay.Fault.ANSWER_LOST;
                        default -> LossyRelay.Fault.NONE;
                    };
            lost.addAndGet(fault == LossyRelay.Fault.NONE ? 0 : 1);
            return fault;
        })) {
            through(relay.url());
            Map<Integer, Outcome.Delivered> known = new HashMap<>();
            Map<String, Integer> first = Map.of();
            for (int n = 0; n < UPDATES; n++) {
                int story = n % STORIES;
                Outcome outcome = update(story, n, known.get(story));
                while (outcome instanceof Outcome.Retry) {
                    outcome = update(story, n, known.get(story));
                }
                known.put(story, delivered(outcome));
                if (chance.nextInt(10) == 0) {
                    known.remove(story); // now and then our memory is lost too
                }
                if (n == STORIES - 1) {
                    first = things();
                }
            }
            through(null);
            Map<String, Integer> last = things();
            System.out.printf(
                    "FIGURE %s: %d updates of %d stories, %d requests or answers lost; before %s, once each was there %s, at the end %s%n",
                    getClass().getSimpleName(), UPDATES, STORIES, lost.get(), none, first, last);
            assertThat(lost.get()).isPositive();
            assertThat(last.get("posts")).isEqualTo(STORIES);
            assertThat(last).isEqualTo(first);
            assertThat(posts()).isEqualTo(STORIES);
        }
    }

    private Outcome update(int story, int n, Outcome.@Nullable Delivered before) {
        String title = "Title " + n;
        return deliver("story-lossy-" + story, Samples.article("lead", title, "Body of " + title), before);
    }
}
