package parallax.publish.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule =
            new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)), 0.1);

    @Test
    void waits_grow_with_jitter_and_end() {
        assertThat(schedule.first()).isZero();
        assertThat(schedule.after(1, 0)).hasValue(Duration.ofSeconds(5));
        assertThat(schedule.after(1, 1)).hasValue(Duration.ofMillis(5500));
        assertThat(schedule.after(2, 0.5)).hasValue(Duration.ofSeconds(315));
        assertThat(schedule.after(3, 0)).isEmpty();
    }
}
