package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.article.Annotator;

/** An outlet fills in one form for every interview: the words are the same, who spoke of what is not. */
class FormsTest {

    private static final List<String[]> GIVEN = List.of(
            new String[] {"Ingrid", "英格丽德"},
            new String[] {"Tomas", "托马斯"},
            new String[] {"Nadia", "纳迪娅"},
            new String[] {"Oliver", "奥利弗"});
    private static final List<String[]> SURNAMES = List.of(
            new String[] {"Holmqvist", "霍姆奎斯特"},
            new String[] {"Castellano", "卡斯特拉诺"},
            new String[] {"Abernathy", "阿伯纳西"},
            new String[] {"Kowalczyk", "科瓦尔奇克"},
            new String[] {"Thornbury", "索恩伯里"});
    private static final List<String> SHOWS = List.of("Night Shift Radio", "Harbor Talks", "The Quiet Engine");
    private static final List<String> FIRMS = List.of("Kelpworks Energy", "Bluecrate", "Lumen Forge", "Ossian Group");

    private final Annotator annotator = new Annotator(Clock.systemUTC());

    /** Interview {@code n}, with guests and hosts of its own. */
    private record Interview(int n) {

        private String guest(int script) {
            return name(n, script);
        }

        private String host(int script) {
            return name(n + 7, script);
        }

        private static String name(int number, int script) {
            String given = GIVEN.get(number % GIVEN.size())[script];
            return given + (script == 0 ? " " : "·") + SURNAMES.get(number % SURNAMES.size())[script];
        }

        private String show() {
            return SHOWS.get(n % SHOWS.size());
        }

        private String firm() {
            return FIRMS.get(n % FIRMS.size());
        }

        private String date() {
            return "2026-%02d-%02d".formatted(1 + n % 9, 3 + n);
        }

        private String english() {
            return """
                    # %1$s on what comes next

                    In this episode of %3$s, host %2$s sits down with %1$s, founder of %4$s. The conversation was recorded on %5$s and runs about %6$d hours.

                    %1$s says the company has raised %7$d million dollars and now employs %8$d people. The goal is to cut costs by %9$d percent.

                    "Most people underestimate how long this takes," %1$s says. "We spent years getting the first version to work, and two more making it cheap."

                    Asked whether regulation is a risk, %1$s answers that rules are catching up and that the industry should help to write them.
                    """.formatted(
                    guest(0), host(0), show(), firm(), date(), 1 + n % 3, 112 + 37 * n, 2109 + 811 * n, 11 + 3 * n);
        }

        private String chinese() {
            return """
                    # %1$s谈接下来会发生什么

                    在最新一期《%3$s》播客中，主持人%2$s对话%4$s创始人%1$s（%10$s）。这场对话录制于%5$s，时长约%6$d小时。

                    %1$s表示，公司已经融资%7$d百万美元，目前拥有%8$d名员工，目标是把成本降低%9$d%%。

                    “大多数人低估了这件事需要的时间，”%1$s说，“我们花了好几年才让第一个版本跑起来，又花了两年才把它做便宜。”

                    当%2$s问到监管是否是风险时，%1$s回答说，规则正在跟上，行业应该帮助制定规则。
                    """.formatted(
                            guest(1),
                            host(1),
                            show(),
                            firm(),
                            date(),
                            1 + n % 3,
                            112 + 37 * n,
                            2109 + 811 * n,
                            11 + 3 * n,
                            guest(0));
        }
    }

    @Test
    void interviews_told_in_one_form_stay_apart_and_each_comes_together_in_three_scripts() {
        Newsroom newsroom = new Newsroom();
        Set<NavigableSet<String>> interviews = IntStream.range(0, 12)
                .mapToObj(n -> {
                    Interview interview = new Interview(n);
                    NavigableSet<String> ids = new TreeSet<>();
                    ids.add(arrives(newsroom, n + "-en", interview.english()));
                    ids.add(arrives(newsroom, n + "-hans", interview.chinese()));
                    ids.add(arrives(newsroom, n + "-hant", HanLP.convertToTraditionalChinese(interview.chinese())));
                    return ids;
                })
                .collect(Collectors.toSet());
        assertThat(newsroom.groups()).containsExactlyInAnyOrderElementsOf(interviews);
    }

    private String arrives(Newsroom newsroom, String id, String text) {
        Instant at = Instant.EPOCH;
        newsroom.arrives(
                new Member(annotator.annotate(Seeds.document(id, text, at)).facts(), "r1", at, null), text);
        return id;
    }
}
