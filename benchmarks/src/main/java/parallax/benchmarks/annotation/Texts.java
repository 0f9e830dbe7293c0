package parallax.benchmarks.annotation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Normalizer;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

/** The articles that labels speak of. */
final class Texts {

    private Texts() {}

    /** Every article of the {@code docs} of {@code folders}, by file name. */
    static Map<String, Article> ofFolders(List<Path> folders) {
        Map<String, Article> texts = new TreeMap<>();
        folders.forEach(folder -> texts.putAll(in(folder.resolve("docs"))));
        return texts;
    }

    /** The article of that file name, which must be there. */
    static Article of(Map<String, Article> texts, String name) {
        Article text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no folder has " + name);
        }
        return text;
    }

    /** Every article in {@code folder}, by file name. */
    private static Map<String, Article> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, Article> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                texts.put(
                        name,
                        Normalizer.normalize(new DocumentReceived(
                                name,
                                "0",
                                "labelled",
                                null,
                                "text/markdown",
                                Files.readString(file),
                                Rights.FULL,
                                Instant.EPOCH)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
