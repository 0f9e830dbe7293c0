package parallax.benchmarks.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.story.Training;
import parallax.events.DocumentReceived;

/** Ways of grouping to compare with. Those that need a threshold are given the best one for the very labels they are measured on, which flatters them. */
final class Baseline {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9'-]+|\\p{IsHan}{2}");
    private static final Pattern TITLE = Pattern.compile("(?m)^(?:title: *[\"']?(.+?)[\"']?|#{1,2} (.+))$");
    private static final int THRESHOLDS = 20;

    private Baseline() {}

    /** Cosine of TF-IDF vectors over words and pairs of Chinese characters, mean link. */
    static Map<String, String> tfIdf(List<DocumentReceived> documents, Function<Map<String, String>, Double> quality) {
        return best(vectors(documents, document -> words(document.content())), quality);
    }

    /** The same over the names of people alone. */
    static Map<String, String> names(
            List<DocumentReceived> documents,
            Map<String, InterviewFacts> facts,
            Function<Map<String, String>, Double> quality) {
        return best(
                vectors(
                        documents,
                        document -> java.util.Objects.requireNonNull(facts.get(document.id())).people().stream()
                                .collect(Collectors.toMap(
                                        person -> person.value().id(), person -> 1.0, (one, other) -> one))),
                quality);
    }

    /**
     * NewsBlur's rule for stories of one event: titles whose words overlap by at least 0.6 of the shorter, with five significant words
     * or more and three shared; linked transitively.
     */
    static Map<String, String> titles(List<DocumentReceived> documents) {
        Map<String, Set<String>> titles = new TreeMap<>();
        documents.forEach(document -> titles.put(document.id(), significant(title(document.content()))));
        Map<String, String> group = new TreeMap<>();
        titles.forEach((id, words) -> {
            group.put(id, id);
            for (Map.Entry<String, Set<String>> other : titles.entrySet()) {
                if (other.getKey().compareTo(id) < 0 && overlap(words, other.getValue())) {
                    String into = group.get(other.getKey());
                    String from = group.get(id);
                    group.replaceAll((member, name) -> name.equals(from) ? String.valueOf(into) : name);
                }
            }
        });
        return group;
    }

    private static boolean overlap(Set<String> one, Set<String> other) {
        if (Math.min(one.size(), other.size()) < 5) {
            return false;
        }
        long shared = one.stream().filter(other::contains).count();
        return shared >= 3 && shared / (double) Math.min(one.size(), other.size()) >= 0.6;
    }

    private static String title(String content) {
        Matcher title = TITLE.matcher(content);
        return title.find() ? String.valueOf(title.group(1) != null ? title.group(1) : title.group(2)) : "";
    }

    /** Words as NewsBlur splits them: at white space, of three letters or more. */
    private static Set<String> significant(String title) {
        Set<String> words = new HashSet<>(List.of(title.toLowerCase(Locale.ROOT).split("[\\s\\p{Punct}]+")));
        words.removeIf(word -> word.length() < 3);
        return words;
    }

    private static Map<String, Double> words(String content) {
        Map<String, Double> counts = new HashMap<>();
        WORD.matcher(content.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> counts.merge(word.group(), 1.0, Double::sum));
        return counts;
    }

    private static Map<String, Map<String, Double>> vectors(
            List<DocumentReceived> documents, Function<DocumentReceived, Map<String, Double>> terms) {
        Map<String, Map<String, Double>> vectors = new TreeMap<>();
        Map<String, Integer> holders = new HashMap<>();
        for (DocumentReceived document : documents) {
            Map<String, Double> counts = terms.apply(document);
            vectors.put(document.id(), counts);
            counts.keySet().forEach(term -> holders.merge(term, 1, Integer::sum));
        }
        vectors.values().forEach(vector -> {
            vector.replaceAll((term, count) ->
                    (1 + Math.log(count)) * Math.log(documents.size() / (double) holders.getOrDefault(term, 1)));
            double norm =
                    Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum()) + 1e-9;
            vector.replaceAll((term, weight) -> weight / norm);
        });
        return vectors;
    }

    private static Map<String, String> best(
            Map<String, Map<String, Double>> vectors, Function<Map<String, String>, Double> quality) {
        List<String> ids = new ArrayList<>(vectors.keySet());
        Map<String, Double> cosines = new HashMap<>();
        for (String a : ids) {
            for (String b : ids) {
                if (a.compareTo(b) < 0) {
                    cosines.put(
                            a + " " + b, cosine(vectors.getOrDefault(a, Map.of()), vectors.getOrDefault(b, Map.of())));
                }
            }
        }
        Map<String, String> best = Map.of();
        double highest = -1;
        for (int i = 1; i < THRESHOLDS; i++) {
            double threshold = i / (double) THRESHOLDS;
            Map<String, String> stories = new HashMap<>();
            for (NavigableSet<String> group :
                    Training.group(ids, (a, b) -> cosines.getOrDefault(a + " " + b, 0.0) - threshold + Training.JOIN)) {
                group.forEach(id -> stories.put(id, group.first()));
            }
            double found = quality.apply(stories);
            if (found > highest) {
                highest = found;
                best = stories;
            }
        }
        return best;
    }

    private static double cosine(Map<String, Double> a, Map<String, Double> b) {
        Map<String, Double> shorter = a.size() < b.size() ? a : b;
        Map<String, Double> longer = a.size() < b.size() ? b : a;
        return shorter.entrySet().stream()
                .mapToDouble(term -> term.getValue() * longer.getOrDefault(term.getKey(), 0.0))
                .sum();
    }
}
