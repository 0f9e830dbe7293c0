package parallax.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SeekerTest {

    private static final Pattern MARK = Pattern.compile("(?m:^[ ]*#+ )|\\*+|\\bsaid\\b|(?<!>)说");
    private static final Seeker SEEKER =
            new Seeker(MARK).anywhere("*说").atWord("s").atLine(" #");

    @Test
    void findsWhatThePatternFinds() {
        for (String text : List.of(
                "# One *two* said 说",
                "unsaid, said\n  ## said\r\n# *** # no heading",
                ">说说 said_ said",
                "\u2028# after a line separator",
                "",
                "nothing")) {
            List<String> found = new ArrayList<>();
            Seeker.Search search = SEEKER.in(text);
            while (search.find()) {
                found.add(search.match().start() + search.match().group());
            }
            assertThat(found)
                    .isEqualTo(MARK.matcher(text)
                            .results()
                            .map(match -> match.start() + match.group())
                            .toList());
            assertThat(SEEKER.isIn(text)).isEqualTo(!found.isEmpty());
        }
    }

    @Test
    void whatWasFoundHasItsGroups() {
        Seeker.Search search =
                new Seeker(Pattern.compile("a(b+)")).anywhere("a").in("xxabbb");

        assertThat(search.find()).isTrue();
        MatchResult match = search.match().toMatchResult();
        assertThat(match.start(1)).isEqualTo(3);
        assertThat(match.group(1)).isEqualTo("bbb");
        assertThat(search.find()).isFalse();
        assertThat(search.find()).isFalse();
    }
}
