package parallax.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.ingest.identity.ContentType;
import parallax.ingest.refusal.Refusal;

/** Depth is bounded, whatever it takes the form of, and finding out is cheap. */
@Timeout(60)
class NestingTest {

    private static final int FIVE_MEBIBYTES = 5 * 1024 * 1024;

    private final DocumentCheck check = new DocumentCheck(100, 500);

    @ParameterizedTest
    @ValueSource(strings = {">", "> ", "- ", "1. ", "* > ", ">\t", "+ 1) "})
    void five_mebibytes_of_one_marker_are_refused_quickly(String marker) {
        String text = marker.repeat(FIVE_MEBIBYTES / marker.length()) + "x"; // without it, dashes are a rule
        long start = worked();
        assertThatThrownBy(() -> check.check(ContentType.MARKDOWN, text))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Line 1:");
        assertThat(Duration.ofNanos(worked() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 100})
    void five_mebibytes_of_nested_lines_end_in_bounded_time(int depth) {
        String line = "- ".repeat(depth) + "x\n";
        String text = ">".repeat(101) + "\n";
        String lines = line.repeat(FIVE_MEBIBYTES / line.length());
        assertThatThrownBy(() -> check.check(ContentType.MARKDOWN, lines + "\n" + text))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_list_that_nests_line_by_line_is_found_where_it_nests() {
        StringBuilder list = new StringBuilder();
        for (int level = 0; level < 120; level++) {
            list.append("  ".repeat(level)).append("- item\n");
        }
        assertThatThrownBy(() -> check.check(ContentType.MARKDOWN, list.toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Line 101:");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "1. "})
    void one_level_over_the_limit_is_too_deep(String marker) {
        String text = "a\n\n" + marker.repeat(101) + "words\n\nb";
        assertThatThrownBy(() -> check.check(ContentType.MARKDOWN, text)).hasMessageStartingWith("Line 3:");
    }

    @Test
    void up_to_the_limit_all_is_well() {
        assertThatCode(() -> check.check(ContentType.MARKDOWN, ">".repeat(100) + "x"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check.check(ContentType.MARKDOWN, "- ".repeat(100) + "x"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "*", " ", "\t", "* "})
    void long_rules_and_deep_indents_are_no_nesting(String filler) {
        String text = "a\n\n" + filler.repeat(300) + "\n\n" + filler.repeat(300) + "b";
        if (!filler.equals("* ")) {
            assertThatCode(() -> check.check(ContentType.MARKDOWN, text)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<ul><li>", "<table><tr><td>", "<template>"})
    void five_mebibytes_of_open_elements_are_refused_quickly(String tag) {
        String text = "\n\n" + tag.repeat(FIVE_MEBIBYTES / tag.length());
        assertThatThrownBy(() -> check.check(ContentType.HTML, text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a href=x><table>", "<p><svg>", "</p>", "<i></i>", "<form><p>"})
    void five_mebibytes_of_elements_that_do_not_nest_end_in_bounded_time(String tag) {
        String text = "<div>".repeat(480) + tag.repeat(FIVE_MEBIBYTES / tag.length());
        assertThatCode(() -> check.check(ContentType.HTML, tag.repeat(FIVE_MEBIBYTES / tag.length())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.check(ContentType.HTML, text)).hasMessageContaining("nest too deep");
    }

    @Test
    void many_elements_side_by_side_are_well() {
        String text = "<p>x</p>\n".repeat(FIVE_MEBIBYTES / 9);
        assertThatCode(() -> check.check(ContentType.HTML, text)).doesNotThrowAnyException();
        String nested = "<div>".repeat(490) + "x";
        assertThatCode(() -> check.check(ContentType.HTML, nested)).doesNotThrowAnyException();
    }

    /** By our thread alone, in nanoseconds: others may keep the machine busy. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
