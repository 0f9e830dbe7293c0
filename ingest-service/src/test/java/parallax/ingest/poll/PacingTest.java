package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import parallax.ingest.IngestSettings;

class PacingTest {

    private final Pacing pacing = new Pacing(new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("parallax.ingest", IngestSettings.class)
            .polling());

    @Test
    void a_pause_shrinks_with_news_and_grows_without_within_its_bounds() {
        Duration first = pacing.afterSuccess(null, true, null, null);
        assertThat(first).isEqualTo(Duration.ofMinutes(30));
        Duration livelier = pacing.afterSuccess(first, true, null, null);
        assertThat(livelier).isEqualTo(Duration.ofMinutes(20));
        assertThat(pacing.afterSuccess(livelier, false, null, null)).isEqualTo(Duration.ofMinutes(30));
        Duration shortest = first;
        Duration longest = first;
        for (int visit = 0; visit < 20; visit++) {
            shortest = pacing.afterSuccess(shortest, true, null, null);
            longest = pacing.afterSuccess(longest, false, null, null);
        }
        assertThat(shortest).isEqualTo(Duration.ofMinutes(10));
        assertThat(longest).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void what_feed_and_server_ask_for_is_heeded_up_to_a_day() {
        Duration lively = Duration.ofMinutes(10);
        assertThat(pacing.afterSuccess(lively, true, Duration.ofHours(1), null)).isEqualTo(Duration.ofHours(1));
        assertThat(pacing.afterSuccess(lively, true, Duration.ofHours(1), Duration.ofHours(2)))
                .isEqualTo(Duration.ofHours(2));
        assertThat(pacing.afterSuccess(lively, true, null, Duration.ofDays(365)))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void failures_double_the_pause_and_retry_after_is_heeded_up_to_a_week() {
        assertThat(pacing.afterFailure(1, null)).isEqualTo(Duration.ofMinutes(5));
        assertThat(pacing.afterFailure(3, null)).isEqualTo(Duration.ofMinutes(20));
        assertThat(pacing.afterFailure(100, null)).isEqualTo(Duration.ofHours(24));
        assertThat(pacing.afterFailure(1, Duration.ofHours(3))).isEqualTo(Duration.ofHours(3));
        assertThat(pacing.afterFailure(1, Duration.ofDays(30))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_long_feed_is_not_fetched_anew_for_every_few_of_its_items() {
        assertThat(pacing.pages(1)).isEqualTo(20);
        assertThat(pacing.pages(10_000)).isEqualTo(20);
        assertThat(pacing.pages(50_000)).isEqualTo(100);
        assertThat(pacing.pages(100_000)).isEqualTo(200);
    }

    @Test
    void visits_are_spread_over_a_tenth_of_the_pause() {
        Duration pause = Duration.ofMinutes(10);
        assertThat(DoubleStream.of(0, 0.25, 0.5, 1).mapToObj(chance -> Pacing.spread(pause, chance)))
                .containsExactly(pause, pause.plusSeconds(15), pause.plusSeconds(30), pause.plusSeconds(60));
    }
}
