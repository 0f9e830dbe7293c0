package parallax.benchmarks.grouping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import parallax.benchmarks.enrich.Invented;
import parallax.benchmarks.grouping.LabelledFolder.Label;
import parallax.enrich.interview.InterviewFacts;
import parallax.events.DocumentReceived;

/**
 * Prints how well the articles of labelled folders are grouped alone and among many others, in one stream and a mixed order:
 * {@code StreamReport OTHERS FOLDER...}. The others are invented, three of each interview.
 */
public final class StreamReport {

    private static final String INVENTED = "invented";

    private StreamReport() {}

    /** Prints the figures. */
    public static void main(String[] args) {
        int others = Integer.parseInt(args[0]);
        List<Label> labels = new ArrayList<>();
        List<DocumentReceived> documents = new ArrayList<>();
        for (String folder : Arrays.asList(args).subList(1, args.length)) {
            LabelledFolder labelled = LabelledFolder.read(Path.of(folder));
            labels.addAll(labelled.labels());
            documents.addAll(labelled.documents());
        }
        print("alone", labels, documents, labels);
        List<Label> all = new ArrayList<>(labels);
        IntStream.range(0, others).forEach(i -> {
            DocumentReceived article = Invented.interview(i / Invented.ARTICLES).article(i % Invented.ARTICLES);
            documents.add(article);
            String interview = INVENTED + i / Invented.ARTICLES;
            String language = i % Invented.ARTICLES % 2 == 0 ? "en" : "zh-Hans";
            all.add(new Label(INVENTED, article.id(), interview, interview, language, "article", ""));
        });
        Collections.shuffle(documents, new Random(1));
        print("among %d others".formatted(others), labels, documents, all);
    }

    private static void print(String name, List<Label> labels, List<DocumentReceived> documents, List<Label> all) {
        Map<String, InterviewFacts> facts = Groups.facts(documents);
        long start = System.nanoTime();
        Map<String, String> stories = Groups.stories(Groups.of(documents, facts));
        double seconds = (System.nanoTime() - start) / 1e9;
        Quality quality = new Quality(labels, stories);
        System.out.printf("%n%s: %d articles (grouped in %.0f s)%n", name, documents.size(), seconds);
        System.out.printf("  the folders' articles        %s%n", quality.bCubed());
        System.out.printf("  their pairs                  %s%n", quality.pairs((a, b) -> true));
        long wrong = wronglyJoined(all, stories);
        System.out.printf(
                Locale.ROOT,
                "  joined to another interview  %d articles, %.2f in 1,000 (an interview that two folders label counts)%n",
                wrong,
                1000.0 * wrong / all.size());
    }

    /** Articles in a story most of whose articles are of another interview; of a tie, those of all but the first. */
    private static long wronglyJoined(List<Label> labels, Map<String, String> stories) {
        Map<String, Map<String, Integer>> interviews = new HashMap<>();
        for (Label label : labels) {
            interviews
                    .computeIfAbsent(stories.get(label.document()), story -> new TreeMap<>())
                    .merge(label.folder() + label.interview(), 1, Integer::sum);
        }
        return interviews.values().stream()
                .mapToLong(of -> of.values().stream().mapToInt(n -> n).sum()
                        - of.values().stream().mapToInt(n -> n).max().orElse(0))
                .sum();
    }
}
