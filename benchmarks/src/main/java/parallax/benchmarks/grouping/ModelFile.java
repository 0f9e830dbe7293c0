package parallax.benchmarks.grouping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The file of fitted weights in the source tree: a line for each weight, under the name of its model. */
final class ModelFile {

    private static final String HEAD = """
            # Fitted weights: model, feature, weight in nats, least and greatest value that is weighed. Written by parallax.benchmarks.grouping.Fit,
            # not by hand; docs/decisions tells how. %s
            """;

    private final Path file;

    ModelFile(Path file) {
        this.file = file;
    }

    /** Puts {@code model} in the place of the model of that name. */
    void replace(String name, List<String> features, Regression model, String origin) {
        try {
            List<String> lines =
                    new ArrayList<>(List.of(HEAD.formatted(origin).strip().split("\n")));
            Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith(name + "\t"))
                    .forEach(lines::add);
            lines.add(name + "\tbias\t" + number(model.bias()) + "\t0\t0");
            for (int j = 0; j < features.size(); j++) {
                lines.add(line(name, features, model, j));
            }
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the weights to " + file, e);
        }
    }

    /** Puts the weights of {@code features} in the place of theirs. */
    void replaceOnly(String name, List<String> features, Regression model) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .map(line -> {
                        String[] cells = line.split("\t", -1);
                        int j = cells[0].equals(name) ? features.indexOf(cells[1]) : -1;
                        return j < 0 ? line : line(name, features, model, j);
                    })
                    .toList();
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the weights to " + file, e);
        }
    }

    private static String line(String name, List<String> features, Regression model, int j) {
        return String.join(
                "\t", name, features.get(j), number(model.weight(j)), number(model.least(j)), number(model.most(j)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
