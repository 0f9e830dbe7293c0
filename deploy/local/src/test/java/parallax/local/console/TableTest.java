package parallax.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void every_line_is_equally_wide_also_with_chinese() {
        String table = new Table(10, 12)
                .row("name", "what")
                .row("埃隆·马斯克访谈", "a long text that is broken")
                .row("x\ny", "")
                .toString();
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(Table.width(line)).isEqualTo(10 + 12 + 7));
        assertThat(table).contains("a long text");
    }
}
