package parallax.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static final String DATE = "Wed, 21 Oct 2015 07:28:00 GMT";

    @Test
    void a_server_asks_for_a_rest_in_seconds_or_until_a_time_by_its_own_clock() {
        assertThat(retryAfter("120", null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(retryAfter("Wed, 21 Oct 2015 07:33:00 GMT", DATE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(retryAfter("Wed, 21 Oct 2015 07:20:00 GMT", DATE)).isZero();
        assertThat(retryAfter(DATE, null)).as("by our clock, if it has none").isZero();
        assertThat(retryAfter("soon", DATE)).isNull();
        assertThat(retryAfter(null, DATE)).isNull();
    }

    private static @Nullable Duration retryAfter(@Nullable String value, @Nullable String date) {
        Map<String, String> headers = new HashMap<>();
        if (value != null) {
            headers.put("retry-after", value);
        }
        if (date != null) {
            headers.put("date", date);
        }
        return new Reply(503, headers, new byte[0]).retryAfter();
    }
}
