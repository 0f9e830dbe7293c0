package parallax.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void a_setting_of_the_user_takes_the_place_of_ours_and_is_said_once() {
        Plan plan = new Plan(
                new Layout(Path.of("."), Path.of("data")),
                new Ports(Ports.DEFAULT_BASE),
                Plan.ONE_EACH,
                List.of(),
                List.of(),
                Map.of("parallax.publish.base-url", "https://news.example.org", "parallax.publish.title", "News"));
        Part publish = plan.services("token").stream()
                .filter(part -> part.name().equals("publish"))
                .findFirst()
                .orElseThrow();
        assertThat(publish.command())
                .contains("--parallax.publish.base-url=https://news.example.org", "--parallax.publish.title=News")
                .filteredOn(argument -> argument.startsWith("--parallax.publish.base-url="))
                .hasSize(1);
    }
}
