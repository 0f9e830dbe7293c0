package parallax.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;

/** A robots.txt, whatever it is, says yes or no, and how long to rest. */
class RobotsFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void robots(byte[] bytes) {
        BaseRobotRules rules = Robots.of(200, bytes).rules("https://example.org/robots.txt", Duration.ofSeconds(30));
        boolean allowed = rules.isAllowed("https://example.org/a/b?c=d%20%E4%BD%A0");
        assertThat(allowed && rules.isAllowNone()).isFalse();
    }
}
