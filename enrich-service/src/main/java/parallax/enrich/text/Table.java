package parallax.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table shipped with the release: tab-separated, {@code #} begins a comment. */
public final class Table {

    private Table() {}

    /** The rows of the table {@code name}, each with so many cells; null where a row has fewer. */
    public static List<String[]> rows(String name, int columns) {
        try (InputStream in = Table.class.getResourceAsStream("/parallax/enrich/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the release");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.copyOf(line.split("\t", -1), columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a cell that holds several, set off by bars. */
    public static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
