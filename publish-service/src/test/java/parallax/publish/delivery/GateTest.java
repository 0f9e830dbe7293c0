package parallax.publish.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(2);

    @Test
    void a_channel_that_hangs_gets_one_at_a_time_until_it_answers() throws InterruptedException {
        Gate.Visit first = enter("a");
        first.hung();
        first.leave();
        Gate.Visit second = enter("b");
        assertThat(tried("c")).isNull();
        second.answered();
        Gate.Visit third = enter("c");
        assertThat(tried("d")).isNull();
        third.leave();
        second.leave();
        assertThat(tried("d")).isNotNull();
    }

    @Test
    void a_story_that_hangs_where_others_are_answered_takes_no_room_from_them() throws InterruptedException {
        Gate.Visit hangs = enter("hangs");
        Gate.Visit other = enter("a");
        other.answered();
        other.leave();
        hangs.hung();
        hangs.leave();
        Gate.Visit again = enter("hangs");
        assertThat(tried("hangs")).isNull();
        assertThat(tried("b")).isNotNull();
        assertThat(tried("c")).isNotNull();
        assertThat(tried("d")).isNull();
        again.answered();
        again.leave();
        assertThat(tried("hangs"))
                .as("it is one like the others again, and there is no room")
                .isNull();
    }

    private Gate.@Nullable Visit tried(String story) throws InterruptedException {
        return gate.enter(story, Duration.ZERO);
    }

    private Gate.Visit enter(String story) throws InterruptedException {
        return Objects.requireNonNull(tried(story));
    }
}
