package parallax.publish.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parallax.events.EditorDecided;
import parallax.events.EditorDecided.Verdict;

class PairsTest {

    private final List<EditorDecided> said = new ArrayList<>();

    @Test
    void each_verdict_is_undone_by_its_opposite() {
        said(Verdict.SPLIT, "a", "b c");
        assertThat(against(Verdict.MERGE, "a", "b c")).isEmpty();
        said(Verdict.MERGE, "a", "b c");
        assertThat(against(Verdict.SPLIT, "b", "a c")).isEmpty();
        said(Verdict.SAME, "x", "y");
        assertThat(against(Verdict.NOT_SAME, "x", "y")).isEmpty();
        said(Verdict.NOT_SAME, "x", "y");
        assertThat(against(Verdict.SAME, "y", "x")).isEmpty();
    }

    @Test
    void who_says_otherwise_in_other_words_is_told_who_spoke_before() {
        EditorDecided apart = said(Verdict.NOT_SAME, "a", "c");
        assertThat(against(Verdict.MERGE, "a b", "c d")).hasValue(apart);
        EditorDecided same = said(Verdict.SAME, "p", "q");
        assertThat(against(Verdict.SPLIT, "p", "q r")).hasValue(same);
        EditorDecided split = said(Verdict.SPLIT, "s", "t");
        assertThat(against(Verdict.SAME, "t", "s")).hasValue(split);
    }

    @Test
    void what_follows_by_way_of_others_contradicts_too() {
        said(Verdict.SAME, "a", "b");
        EditorDecided second = said(Verdict.SAME, "b", "c");
        assertThat(against(Verdict.NOT_SAME, "a", "c")).hasValue(second);
        EditorDecided apart = said(Verdict.NOT_SAME, "c", "d");
        assertThat(against(Verdict.SAME, "a", "d")).hasValue(apart);
        assertThat(against(Verdict.SAME, "a", "e")).isEmpty();
    }

    @Test
    void an_article_can_be_split_off_a_story_that_was_merged() {
        said(Verdict.MERGE, "a b", "c d");
        assertThat(against(Verdict.SPLIT, "b d", "a c")).isEmpty();
        said(Verdict.SPLIT, "b d", "a c");
        assertThat(new Pairs(said).already(decision(Verdict.SPLIT, "b", "a"))).isNotEmpty();
        assertThat(new Pairs(said).already(decision(Verdict.SAME, "b", "d")))
                .as("they were merged from two sides, and went together")
                .isNotEmpty();
    }

    @Test
    void a_repetition_is_known_whatever_the_order_of_the_two() {
        EditorDecided first = said(Verdict.SAME, "b", "a");
        assertThat(new Pairs(said).already(decision(Verdict.SAME, "a", "b"))).hasValue(first);
        said(Verdict.NOT_SAME, "a", "b");
        assertThat(new Pairs(said).already(decision(Verdict.SAME, "a", "b"))).isEmpty();
    }

    private Optional<EditorDecided> against(Verdict verdict, String documents, String others) {
        return new Pairs(said).against(decision(verdict, documents, others));
    }

    private EditorDecided said(Verdict verdict, String documents, String others) {
        EditorDecided decision = decision(verdict, documents, others);
        said.add(decision);
        return decision;
    }

    private EditorDecided decision(Verdict verdict, String documents, String others) {
        return new EditorDecided(
                "dec_" + said.size(),
                Instant.EPOCH.plusSeconds(said.size()),
                "Ann",
                verdict,
                "story",
                Stream.of(documents.split(" ")).sorted().toList(),
                Stream.of(others.split(" ")).sorted().toList(),
                null);
    }
}
