package parallax.enrich.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Normalizer;

/** Who is called by a part of the name. */
class NamesInShortTest {

    private static final Gazetteer GAZETTEER = new Gazetteer();
    private static final People PEOPLE = new People(GAZETTEER);

    @Test
    void either_part_of_a_name_is_found_in_either_script() {
        assertThat(called("Tove Lindqvist grows kelp. Lindqvist began early, and nobody helped Tove."))
                .containsExactlyInAnyOrder("Lindqvist", "Tove");
        assertThat(called("托芙·林奎斯特种海带。林奎斯特很早就开始了。")).containsExactly("林奎斯特");
    }

    @Test
    void what_two_people_are_called_by_says_nothing_of_either() {
        assertThat(called(
                        "Tove Lindqvist and Arne Lindqvist grow kelp. Lindqvist began early, and nobody helped Arne."))
                .containsExactly("Arne");
    }

    @Test
    void a_common_word_is_not_a_name_for_that_it_begins_a_sentence() {
        assertThat(called("Will Nwosu keeps bees. Will it rain? Nobody knows.")).isEmpty();
    }

    private static List<String> called(String text) {
        Article article = Normalizer.normalize(Seeds.document("d", text, Instant.EPOCH));
        Head head = Head.of(article, new WordingReader(), GAZETTEER, GAZETTEER.mentions(article));
        return NamesInShort.in(head, PEOPLE.in(head)).stream()
                .map(name -> head.folded().substring(name.start(), name.end()))
                .toList();
    }
}
