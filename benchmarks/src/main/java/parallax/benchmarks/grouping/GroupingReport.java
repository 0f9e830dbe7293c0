package parallax.benchmarks.grouping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import parallax.benchmarks.grouping.LabelledFolder.Label;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.story.StoryState;
import parallax.events.DocumentReceived;

/**
 * Prints how well the articles of labelled folders are grouped, each folder alone and all in one stream: {@code GroupingReport
 * FOLDER...}. With {@code -Dheard=true} English transcripts come as a machine writes down what it hears.
 */
public final class GroupingReport {

    private static final int SHUFFLES = Integer.getInteger("shuffles", 20);

    private static final int MOST_COMPARED = Integer.getInteger("baselines", 1_000);

    private static final boolean HEARD = Boolean.getBoolean("heard");

    private static final Map<String, BiPredicate<Label, Label>> SLICES = slices();

    private GroupingReport() {}

    private static Map<String, BiPredicate<Label, Label>> slices() {
        Map<String, BiPredicate<Label, Label>> slices = new LinkedHashMap<>();
        slices.put("all", (a, b) -> true);
        slices.put("across languages", (a, b) -> a.chinese() != b.chinese());
        slices.put("both Chinese", (a, b) -> a.chinese() && b.chinese());
        slices.put(
                "Hans against Hant",
                (a, b) -> a.chinese() && b.chinese() && !a.language().equals(b.language()));
        slices.put("both English", (a, b) -> !a.chinese() && !b.chinese());
        slices.put("same guest", (a, b) -> !a.guest().isEmpty() && a.guest().equals(b.guest()));
        return slices;
    }

    /** Prints the figures. */
    public static void main(String[] args) {
        List<Label> allLabels = new ArrayList<>();
        List<DocumentReceived> allDocuments = new ArrayList<>();
        for (String folder : args) {
            LabelledFolder read = LabelledFolder.read(Path.of(folder));
            LabelledFolder labelled = HEARD ? read.heard() : read;
            report(folder, labelled.labels(), labelled.documents());
            allLabels.addAll(labelled.labels());
            allDocuments.addAll(labelled.documents());
        }
        if (args.length > 1) {
            report("all in one stream", allLabels, allDocuments);
        }
    }

    private static void report(String name, List<Label> labels, List<DocumentReceived> documents) {
        Map<String, InterviewFacts> facts = Groups.facts(documents);
        Set<StoryState.Content> contents = Groups.of(documents, facts);
        Map<String, String> stories = Groups.stories(contents);
        System.out.printf(
                "%n%s: %d articles of %d interviews, %d stories%n",
                name,
                labels.size(),
                labels.stream().map(Label::interview).distinct().count(),
                Set.copyOf(stories.values()).size());
        Quality quality = new Quality(labels, stories);
        System.out.println("  B-cubed                     " + quality.bCubed());
        SLICES.forEach((slice, pairs) -> System.out.printf("  pairs, %-20s %s%n", slice, quality.pairs(pairs)));
        System.out.printf(
                "  order of arrival            %s in groups and evidence of %d shuffles%n",
                sameInEveryOrder(documents, facts, contents) ? "does not show" : "SHOWS", SHUFFLES);
        if (documents.size() > MOST_COMPARED) {
            System.out.printf("  the baselines compare all with all: left out above %d articles%n", MOST_COMPARED);
            return;
        }
        Function<Map<String, String>, Double> f1 = groups -> new Quality(labels, groups).f1();
        compare(labels, "TF-IDF, best threshold", Baseline.tfIdf(documents, f1));
        compare(labels, "names, best threshold", Baseline.names(documents, facts, f1));
        compare(labels, "NewsBlur's title rule", Baseline.titles(documents));
    }

    private static void compare(List<Label> labels, String name, Map<String, String> stories) {
        Quality quality = new Quality(labels, stories);
        System.out.printf("  %-27s %s%n  %-27s %s%n", name, quality.bCubed(), "  pairs", quality.pairs((a, b) -> true));
    }

    private static boolean sameInEveryOrder(
            List<DocumentReceived> documents, Map<String, InterviewFacts> facts, Set<StoryState.Content> contents) {
        for (int n = 1; n <= SHUFFLES; n++) {
            List<DocumentReceived> shuffled = new ArrayList<>(documents);
            Collections.shuffle(shuffled, new Random(n));
            if (!Groups.of(shuffled, facts).equals(contents)) {
                return false;
            }
        }
        return true;
    }
}
