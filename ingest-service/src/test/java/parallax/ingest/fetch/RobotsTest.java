package parallax.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RobotsTest {

    @Test
    void our_own_group_counts_and_else_that_for_all() {
        String text = "User-agent: *\nDisallow: /\n\nUser-agent: Parallax\nDisallow: /private/\nCrawl-delay: 2\n";
        BaseRobotRules rules = rules(200, text);
        assertThat(rules.isAllowed("https://example.org/feed")).isTrue();
        assertThat(rules.isAllowed("https://example.org/private/feed")).isFalse();
        assertThat(rules.getCrawlDelay()).isEqualTo(2000);
        assertThat(rules(200, "User-agent: *\nDisallow: /\n").isAllowed("https://example.org/feed"))
                .isFalse();
    }

    @Test
    void what_asks_for_more_rest_than_we_grant_is_left_alone() {
        assertThat(rules(200, "User-agent: *\nCrawl-delay: 31\n").isAllowed("https://example.org/feed"))
                .isFalse();
    }

    @Test
    void none_allows_all_a_broken_server_nothing_and_one_that_is_away_will_say_so_itself() {
        assertThat(rules(404, "").isAllowed("https://example.org/feed")).isTrue();
        assertThat(rules(500, "").isAllowed("https://example.org/feed")).isFalse();
        assertThat(Robots.UNREACHABLE
                        .rules("https://example.org/robots.txt", Duration.ofSeconds(30))
                        .isAllowed("https://example.org/feed"))
                .isTrue();
    }

    private static BaseRobotRules rules(int status, String text) {
        return Robots.of(status, text.getBytes(UTF_8)).rules("https://example.org/robots.txt", Duration.ofSeconds(30));
    }
}
