package parallax.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parallax.enrich.text.DottedNames;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Boris Cherny, 鲍里斯·切尔尼, true",
        "Brian Halligan, 布莱恩·哈里根, true",
        "Dwarkesh Patel, 德瓦克什·帕特尔, true",
        "Brian Halligan, 鲍里斯·切尔尼, false",
        "John Collison, 约翰·卡马克, false",
    })
    void names_are_told_by_their_sound(String latin, String chinese, boolean alike) {
        assertThat(Transliteration.alike(latin, chinese)).isEqualTo(alike);
    }

    @Test
    void a_dotted_name_ends_where_the_sentence_goes_on() {
        assertThat(DottedNames.in("创始人鲍里斯·切尔尼在会上说，马克·海曼博士与让·雅克·卢梭来过。"))
                .extracting(DottedNames.Name::text)
                .containsExactly("鲍里斯·切尔尼", "马克·海曼", "让·雅克·卢梭");
    }

    @Test
    void roles_and_plain_words_are_not_part_of_a_name() {
        assertThat(latin("But Snap CEO Evan Spiegel said so. The Ludwig van Beethoven Hall's roof leaked."))
                .containsExactly("Snap", "Evan Spiegel", "Ludwig van Beethoven Hall");
    }

    @Test
    void a_bracket_that_explains_a_term_is_no_name() {
        assertThat(HanNames.pairs("复利(Compound Interest: 收益再生收益)与缩放定律(Scaling Law)"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "François Chollet, francois-chollet",
        "鮑里斯·切爾尼, 鲍里斯-切尔尼",
        "程式設計師的修養, 程序员的修养",
        "Paul O'Neil Jr., paul-oneil-jr",
    })
    void an_id_is_made_from_the_name(String name, String id) {
        assertThat(EntityId.of(name)).isEqualTo(id);
    }

    private static List<String> latin(String text) {
        return LatinNames.in(text, new WordLists()).names().stream()
                .map(LatinNames.Name::text)
                .toList();
    }
}
