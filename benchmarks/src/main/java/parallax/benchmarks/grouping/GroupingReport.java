package parallax.benchmarks.grouping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import parallax.benchmarks.grouping.LabelledFolder.Label;
import parallax.events.DocumentReceived;

/** Prints how well the articles of labelled folders are grouped, each folder alone and all in one stream: {@code GroupingReport FOLDER...}. */
public final class GroupingReport {

    private static final int SHUFFLES = 3;

    private GroupingReport() {}

    /** Prints the figures. */
    public static void main(String[] args) {
        List<Label> allLabels = new ArrayList<>();
        List<DocumentReceived> allDocuments = new ArrayList<>();
        for (String folder : args) {
            LabelledFolder labelled = LabelledFolder.read(Path.of(folder));
            report(folder, labelled.labels(), labelled.documents());
            allLabels.addAll(labelled.labels());
            allDocuments.addAll(labelled.documents());
        }
        if (args.length > 1) {
            report("all in one stream", allLabels, allDocuments);
        }
    }

    private static void report(String name, List<Label> labels, List<DocumentReceived> documents) {
        Map<String, parallax.enrich.interview.InterviewFacts> facts = Groups.facts(documents);
        Map<String, String> stories = Groups.of(documents, facts);
        Quality quality = new Quality(labels, stories);
        System.out.printf("%n%s: %d articles%n", name, labels.size());
        System.out.println("  B-cubed                  " + quality.bCubed());
        System.out.println("  pairs, all               " + quality.pairs((a, b) -> true));
        System.out.println("  pairs, across languages  " + quality.pairs((a, b) -> a.chinese() != b.chinese()));
        System.out.println("  pairs, same guest        "
                + quality.pairs((a, b) -> !a.guest().isEmpty() && a.guest().equals(b.guest())));
        System.out.println("  order of arrival         "
                + (sameInEveryOrder(documents, facts, stories) ? "does not show" : "SHOWS"));
    }

    private static boolean sameInEveryOrder(
            List<DocumentReceived> documents,
            Map<String, parallax.enrich.interview.InterviewFacts> facts,
            Map<String, String> stories) {
        Set<Set<String>> groups = groups(stories);
        for (int n = 1; n <= SHUFFLES; n++) {
            List<DocumentReceived> shuffled = new ArrayList<>(documents);
            Collections.shuffle(shuffled, new Random(n));
            if (!groups(Groups.of(shuffled, facts)).equals(groups)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Set<String>> groups(Map<String, String> stories) {
        Map<String, Set<String>> byStory = new TreeMap<>();
        stories.forEach((document, story) ->
                byStory.computeIfAbsent(story, id -> new TreeSet<>()).add(document));
        return Set.copyOf(byStory.values());
    }
}
