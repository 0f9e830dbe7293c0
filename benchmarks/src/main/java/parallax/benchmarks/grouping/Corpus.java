package parallax.benchmarks.grouping;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import parallax.benchmarks.grouping.LabelledFolder.Label;
import parallax.enrich.interview.InterviewFacts;
import parallax.events.DocumentReceived;

/** The labelled articles that models are fitted on. */
final class Corpus {

    private final Map<String, Label> labels = new TreeMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<DocumentReceived> documents = new ArrayList<>();

    /** Of some folders; articles of a {@code FOLDER*8} count eight times. */
    Corpus(List<String> folders) {
        for (String folder : folders) {
            int times = folder.lastIndexOf('*');
            LabelledFolder labelled = LabelledFolder.read(Path.of(times < 0 ? folder : folder.substring(0, times)));
            int count = times < 0 ? 1 : Integer.parseInt(folder.substring(times + 1));
            labelled.labels().forEach(label -> {
                labels.put(label.document(), label);
                counts.put(label.document(), count);
            });
            documents.addAll(labelled.documents());
        }
    }

    List<DocumentReceived> documents() {
        return documents;
    }

    Collection<Label> labels() {
        return labels.values();
    }

    /** What each article says of its interview. */
    Collection<InterviewFacts> facts() {
        return Groups.facts(documents).values();
    }

    Label label(String document) {
        return Objects.requireNonNull(labels.get(document));
    }

    /** The guest whom the article's label names; an interview whose guest is not labelled has one of its own. */
    String guest(String document) {
        return guest(label(document));
    }

    static String guest(Label label) {
        return label.guest().isEmpty() ? label.interview() : label.guest();
    }

    boolean same(String first, String second) {
        return label(first).interview().equals(label(second).interview());
    }

    /** Two folders may label one interview, each with an id of its own. */
    boolean doubtful(String first, String second) {
        Label one = label(first);
        Label other = label(second);
        return !one.folder().equals(other.folder())
                && ((!one.guest().isEmpty() && one.guest().equals(other.guest()))
                        || (!one.date().isEmpty() && one.date().equals(other.date())));
    }

    /** How many times a pair counts. */
    int count(String first, String second) {
        return Math.min(counts.getOrDefault(first, 1), counts.getOrDefault(second, 1));
    }

    /** For the head of the file of weights. */
    String origin() {
        return "Fitted %s on %d articles of %d interviews."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        documents.size(),
                        labels.values().stream()
                                .map(Label::interview)
                                .distinct()
                                .count());
    }
}
