package parallax.benchmarks.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an editor says of an article.
 *
 * @param document file name
 * @param topics ids
 * @param salient the entities that matter most, at most five, each with every id that it may have
 * @param also entities that may as well stand among the five
 * @param heldOut whether the article is kept for measuring, so that nothing was fitted on it
 */
record EditorLabels(
        String document, Set<String> topics, List<Set<String>> salient, List<Set<String>> also, boolean heldOut) {

    /** The forty that are measured on: topics and entities. */
    static List<EditorLabels> measured() {
        return read("labels.tsv");
    }

    /** Further ones that say topics only, for fitting. */
    static List<EditorLabels> furtherTopics() {
        return read("further-topics.tsv").stream()
                .map(row -> new EditorLabels(row.document, row.topics, List.of(), List.of(), false))
                .toList();
    }

    /** What a second editor said of the forty that are measured on, by document: topics only. */
    static Map<String, Set<String>> secondTopics() {
        return read("second-topics.tsv").stream()
                .collect(Collectors.toMap(EditorLabels::document, EditorLabels::topics));
    }

    boolean isSalient(String id) {
        return contains(salient, id);
    }

    /** Whether it stands among the five by rights. */
    boolean allows(String id) {
        return isSalient(id) || contains(also, id);
    }

    private static boolean contains(List<Set<String>> entities, String id) {
        return entities.stream().anyMatch(ids -> ids.contains(id));
    }

    private static List<EditorLabels> read(String name) {
        try (InputStream in = EditorLabels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            List<EditorLabels> labels = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                String[] cells = line.split("\t", -1);
                labels.add(new EditorLabels(
                        cells[0],
                        Set.of(cells[1].split("\\|", -1)),
                        cells.length > 2 ? entities(cells[2]) : List.of(),
                        cells.length > 3 ? entities(cells[3]) : List.of(),
                        labels.size() % 2 == 1));
            }
            return labels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Set<String>> entities(String cell) {
        return cell.isEmpty()
                ? List.of()
                : List.of(cell.split("\\|", -1)).stream()
                        .map(ids -> Set.of(ids.split("/", -1)))
                        .toList();
    }
}
