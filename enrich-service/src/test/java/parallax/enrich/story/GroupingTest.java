package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final int RUNS = 2_000;

    /** Small whole scores, so that many means are equal and the order in which equals are taken shows. */
    @Test
    void joinsAsAverageLinkIsDefined() {
        Random random = new Random(7);
        for (int run = 0; run < RUNS; run++) {
            double[][] scores = scores(random, 1 + random.nextInt(18));
            List<String> ids = IntStream.range(0, scores.length)
                    .mapToObj("article-%02d"::formatted)
                    .toList();
            assertThat(Grouping.of(ids, scores)).isEqualTo(byDefinition(ids, scores));
        }
    }

    private static double[][] scores(Random random, int size) {
        double[][] scores = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                scores[i][j] = random.nextInt(12) == 0 ? Grouping.CANNOT_LINK - 1 : random.nextInt(10) - 5;
                scores[j][i] = scores[i][j];
            }
        }
        return scores;
    }

    private static List<NavigableSet<String>> byDefinition(List<String> ids, double[][] scores) {
        List<NavigableSet<String>> groups = new ArrayList<>();
        ids.forEach(id -> groups.add(new TreeSet<>(List.of(id))));
        while (true) {
            int into = -1;
            int from = -1;
            double best = Grouping.JOIN;
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    double mean = mean(ids, scores, groups.get(i), groups.get(j));
                    if (mean > best) {
                        best = mean;
                        into = i;
                        from = j;
                    }
                }
            }
            if (into < 0) {
                return groups;
            }
            groups.get(into).addAll(groups.remove(from));
        }
    }

    private static double mean(
            List<String> ids, double[][] scores, NavigableSet<String> one, NavigableSet<String> other) {
        double sum = 0;
        for (String a : one) {
            for (String b : other) {
                double score = scores[ids.indexOf(a)][ids.indexOf(b)];
                sum += score < Grouping.CANNOT_LINK ? Double.NEGATIVE_INFINITY : score;
            }
        }
        return sum / (one.size() * other.size());
    }
}
