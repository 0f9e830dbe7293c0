package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parallax.enrich.article.Annotator;
import parallax.events.DocumentReceived;
import parallax.events.Evidence;
import parallax.events.Evidence.Span;
import parallax.events.Rights;

/** Two reports of one conversation tell it in one order. */
class OrderTest {

    private static final List<String> TOLD = List.of(
            "Henrik Dalgaard repairs sails on an island near Skagen, and in this interview he speaks of Grethe Lorentzen.",
            "Herring came back to Limfjord when the cannery of Thyboron closed.",
            "A blacksmith called Asmussen lent him an anvil, and Vestergaard a lighthouse.",
            "The canoe was carved out of driftwood from Greenland by his grandmother Ingeborg.",
            "An umbrella, says Dalgaard, is a sail that nobody hoists, as Kierkegaard might have put it.");

    @Test
    void one_order_is_counted_for_and_the_other_against() {
        assertThat(Order.of(places(1, 2, 3, 4))).isEqualTo(2);
        assertThat(Order.of(places(4, 3, 2, 1))).isEqualTo(-2);
        assertThat(Order.of(places(2, 1, 4, 3))).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(Order.of(places(5, 5, 5, 5))).isZero();
        assertThat(Order.of(places(1))).isZero();
        assertThat(Order.of(List.of())).isZero();
    }

    @Test
    void the_longest_run_in_one_order_is_shown() {
        assertThat(Order.longest(places(3, 1, 9, 2, 4), Order.Place::first, Order.Place::second))
                .extracting(Order.Place::second)
                .containsExactly(1, 2, 4);
    }

    @Test
    void an_article_that_tells_the_same_in_the_same_order_scores_higher_and_says_so() {
        List<String> turned = new ArrayList<>(TOLD);
        Collections.reverse(turned);
        PairScore same = PairScore.of(profile("a", TOLD), profile("b", retold(TOLD)), Block.NONE);
        PairScore other = PairScore.of(profile("a", TOLD), profile("b", retold(turned)), Block.NONE);
        assertThat(same.logOdds()).isGreaterThan(other.logOdds());

        Evidence.Term order = evidence(same, TOLD).terms().stream()
                .filter(term -> term.kind().equals("order"))
                .findFirst()
                .orElseThrow();
        assertThat(order.weight()).isPositive();
        assertThat(order.spans()).hasSizeGreaterThanOrEqualTo(4);
        for (String id : List.of("a", "b")) {
            assertThat(order.spans().stream()
                            .filter(span -> span.documentId().equals(id))
                            .map(Span::start))
                    .isSorted();
        }
        assertThat(evidence(other, turned).terms())
                .filteredOn(term -> term.kind().equals("order"))
                .allMatch(term -> term.weight() < 0);
    }

    private static Evidence evidence(PairScore pair, List<String> retold) {
        return Explanation.of(
                pair, null, new Source("a", String.join("\n\n", TOLD)), new Source("b", text(retold(retold))));
    }

    private static List<String> retold(List<String> told) {
        return told.stream().map(line -> "As one hears, " + line).toList();
    }

    private static Profile profile(String id, List<String> lines) {
        DocumentReceived document =
                new DocumentReceived(id, "0", "test", null, "text/markdown", text(lines), Rights.FULL, Instant.EPOCH);
        return Profile.of(new Annotator(Clock.systemUTC()).annotate(document).facts());
    }

    private static String text(List<String> lines) {
        return String.join("\n\n", lines);
    }

    private static List<Order.Place> places(int... second) {
        return IntStream.range(0, second.length)
                .mapToObj(i -> new Order.Place(i, second[i]))
                .toList();
    }
}
