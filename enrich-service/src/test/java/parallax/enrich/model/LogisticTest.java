package parallax.enrich.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticTest {

    private static final List<String> FEATURES = List.of(
            "rarity", "times", "size", "others-with", "has-others", "from-chinese", "to-chinese", "rarity-by-size");

    private final Logistic model = Logistic.shipped("names-other", FEATURES);

    @Test
    void whatever_is_not_known_the_odds_are_no_greater() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double[] all = random.doubles(FEATURES.size(), -10, 40).toArray();
            double[] some = all.clone();
            random.ints(random.nextInt(FEATURES.size()), 0, FEATURES.size()).forEach(f -> some[f] = Double.NaN);
            assertThat(model.atMost(some)).isGreaterThanOrEqualTo(model.logOdds(all));
        }
    }

    @Test
    void where_all_is_known_the_odds_are_what_they_are() {
        double[] all = {3, 1, 6, 0.5, 1, 0, 1, 18};
        assertThat(model.atMost(all)).isEqualTo(model.logOdds(all));
    }
}
