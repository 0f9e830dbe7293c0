package parallax.enrich.interview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "叶柏宇 | Yeh Po-yu",
                "葉柏宇 | Po-yu Yeh",
                "大卫·金 | David Kim",
                "森永海斗 | Kaito Morinaga",
                "许志明 | Hsu Chih-ming",
                "陈思远 | Chen Siyuan",
                "尼尔·阿姆斯特朗 | Neil Armstrong",
                "南迪妮·艾克伯 | Nandini Ekberg",
                "Seun Bankole | Oluwaseun Bankole",
            })
    void names_of_one_person_in_two_scripts_are_alike(String chinese, String latin) {
        assertThat(NameLikeness.of(NameKey.of(chinese), NameKey.of(latin))).isGreaterThan(0.65);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "大卫·金 | David King",
                "叶柏宇 | Lin Po-yu",
                "叶柏宇 | Yeh Ming-tse",
                "陈思远 | Wang Siyuan",
                "英格丽·索尔海姆 | Ingrid Bergman",
            })
    void names_of_two_are_not(String chinese, String latin) {
        assertThat(NameLikeness.of(NameKey.of(chinese), NameKey.of(latin))).isLessThan(0.6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"叶先生 | 叶柏宇", "森永先生 | 森永海斗", "周小姐 | 周孟庭", "恩沃苏女士 | 阿达埃泽·恩沃苏", "艾尔托宁 | Lisbet Aaltonen"})
    void a_surname_alone_may_be_the_persons(String surname, String whole) {
        assertThat(NameLikeness.of(NameKey.of(surname), NameKey.of(whole))).isEqualTo(0.6);
    }

    @Test
    void a_name_spelled_in_taiwan_shares_a_key_with_its_characters() {
        assertThat(NameLikeness.roughly("叶柏宇")).containsAnyElementsOf(NameLikeness.roughly("Yeh Po-yu"));
        assertThat(NameLikeness.roughly("森永海斗")).containsAnyElementsOf(NameLikeness.roughly("Kaito Morinaga"));
        assertThat(NameLikeness.roughly("叶柏宇")).doesNotContainAnyElementsOf(NameLikeness.roughly("Chen Po-yu"));
    }

    @Test
    void a_chinese_name_is_spelled_alike_in_either_order() {
        assertThat(NameLikeness.spelled("林若衡"))
                .isEqualTo(NameLikeness.spelled("Ruoheng Lin"))
                .isEqualTo(NameLikeness.spelled("Lin Ruo-heng"))
                .isNotEmpty();
        assertThat(NameLikeness.spelled("Ada Lovelace")).isEmpty();
    }
}
