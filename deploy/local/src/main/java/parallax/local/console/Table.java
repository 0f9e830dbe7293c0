package parallax.local.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text, in which a Chinese character is as wide as two Latin ones. */
public final class Table {

    private final int[] widths;
    private final List<List<List<String>>> rows = new ArrayList<>();

    /** Columns of at most those widths, in Latin characters. */
    public Table(int... widths) {
        this.widths = widths.clone();
    }

    /** Adds a row; a cell may have several lines, and one that is too long is broken. */
    public Table row(String... cells) {
        List<List<String>> row = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            List<String> lines = new ArrayList<>();
            for (String line : (i < cells.length ? cells[i] : "").split("\n", -1)) {
                wrap(line, widths[i], lines);
            }
            row.add(lines);
        }
        rows.add(row);
        return this;
    }

    /** The table, the first row as its head. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        String rule = "+"
                + String.join(
                        "+",
                        Arrays.stream(widths)
                                .mapToObj(width -> "-".repeat(width + 2))
                                .toList()) + "+\n";
        text.append(rule);
        for (List<List<String>> row : rows) {
            int height = row.stream().mapToInt(List::size).max().orElse(1);
            for (int line = 0; line < height; line++) {
                for (int i = 0; i < widths.length; i++) {
                    String cell = line < row.get(i).size() ? row.get(i).get(line) : "";
                    text.append("| ").append(cell).append(" ".repeat(widths[i] - width(cell) + 1));
                }
                text.append("|\n");
            }
            text.append(rule);
        }
        return text.toString();
    }

    /** How many Latin characters wide {@code text} is (Unicode Standard Annex 11, in rough). */
    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }

    private static void wrap(String line, int width, List<String> lines) {
        StringBuilder part = new StringBuilder();
        int used = 0;
        for (int c : line.codePoints().toArray()) {
            if (used + width(c) > width) {
                int space = part.lastIndexOf(" ");
                String rest = space > width / 2 ? part.substring(space + 1) : "";
                lines.add(space > width / 2 ? part.substring(0, space) : part.toString());
                part = new StringBuilder(rest);
                used = width(rest);
            }
            part.appendCodePoint(c);
            used += width(c);
        }
        lines.add(part.toString());
    }
}
