package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Lazy<Integer> lazy = new Lazy<>(asked::incrementAndGet);

    @Test
    void makesNothingUntilItIsAsked() {
        assertThat(asked).hasValue(0);
    }

    @Test
    void makesOnce() {
        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }
}
