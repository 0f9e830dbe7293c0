package parallax.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionalWordsTest {

    @Test
    void a_text_from_Taiwan_is_read_in_the_mainlands_words() {
        assertThat(RegionalWords.mainland("辉达的程式码与网际网路，AI 也用资料库")).isEqualTo("英伟达的代码与互联网，AI 也用数据库");
        assertThat(RegionalWords.mainland("脑机介面")).isEqualTo(RegionalWords.mainland("脑机接口"));
    }

    @Test
    void of_words_that_begin_together_the_longest_is_meant() {
        assertThat(RegionalWords.mainland("程式设计师写程式")).isEqualTo("程序员写程序");
    }

    @Test
    void what_has_none_of_them_stays_as_it_is() {
        assertThat(RegionalWords.mainland("Ada said 42.")).isEqualTo("Ada said 42.");
        assertThat(RegionalWords.mainland("")).isEmpty();
    }

    @Test
    void what_a_converter_makes_of_one_word_is_read_as_that_word() {
        for (String[] twins : new String[][] {
            {"了解", "瞭解"}, {"反复", "反覆"}, {"坐标", "座標"}, {"编程", "程式設計"}, {"程序员", "程式設計師"}, {"大卫", "大衞"}, {"叙事", "敍事"}
        }) {
            assertThat(RegionalWords.mainland(Folding.fold(twins[1]))).isEqualTo(twins[0]);
        }
    }

    @Test
    void the_words_of_the_mainland_stay_what_they_are() {
        assertThat(Table.rows("regional-words.tsv", 2))
                .allSatisfy(row -> assertThat(RegionalWords.mainland(row[1])).isEqualTo(row[1]));
    }
}
