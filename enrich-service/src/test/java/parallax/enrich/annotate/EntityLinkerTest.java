package parallax.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.events.ArticleEnriched.Entity;

class EntityLinkerTest {

    private final EntityLinker linker = new EntityLinker(new Gazetteer());

    @Test
    void finds_whom_no_table_knows_and_counts_their_short_names() {
        List<Entity> entities = link(Texts.ENGLISH);
        assertThat(ids(entities).subList(0, 3)).contains("marla-quenneville", "tindrop");
        assertThat(type(entities, "marla-quenneville")).isEqualTo("person");
        assertThat(type(entities, "tindrop")).isEqualTo("organisation");
        assertThat(ids(entities)).doesNotContain("quenneville", "marla", "retention");
    }

    @Test
    void a_surname_alone_is_the_famous_one_but_not_behind_another_given_name() {
        assertThat(ids(link(Texts.ENGLISH))).contains("lenny-rachitsky").doesNotContain("sam-altman");
    }

    @Test
    void a_name_in_brackets_gives_one_id_in_both_scripts() {
        Entity guest = link(Texts.CHINESE).stream()
                .filter(entity -> entity.id().equals("marla-quenneville"))
                .findFirst()
                .orElseThrow();
        assertThat(guest.label()).isEqualTo("玛拉·克内维尔");
        assertThat(guest.labels()).containsEntry("en", "Marla Quenneville").containsEntry("zh-Hant", "瑪拉·克內維爾");
    }

    @Test
    void both_scripts_name_the_same_entities_in_the_same_order() {
        List<Entity> simplified = link(Texts.CHINESE);
        List<Entity> traditional = link(Texts.inTaiwan(Texts.CHINESE));
        assertThat(ids(traditional)).isEqualTo(ids(simplified)).contains("donald-trump", "elon-musk", "程序员的修养");
        assertThat(traditional)
                .extracting(Entity::salience)
                .isEqualTo(simplified.stream().map(Entity::salience).toList());
        assertThat(traditional.stream().filter(entity -> entity.id().equals("donald-trump")))
                .extracting(Entity::label)
                .containsExactly("唐納·川普");
    }

    @Test
    void a_name_that_only_sounds_the_same_in_chinese_is_linked_to_the_one_in_the_header() {
        String article = """
                ---
                title: 一场对谈
                people: [Boris Kolodny]
                ---
                鲍里斯·科洛德尼谈起他的工厂。科洛德尼说，工厂不大。
                """;
        assertThat(ids(link(article))).contains("boris-kolodny").doesNotContain("鲍里斯-科洛德尼");
    }

    @Test
    void fields_of_the_header_name_entities_of_their_kind() {
        String article = """
                ---
                title: 一场对谈
                companies_orgs: [Ferngate Works]
                products_models: [Ferngate One]
                media_books: [园丁手册]
                ---
                今天的节目谈园艺。
                """;
        List<Entity> entities = link(article);
        assertThat(type(entities, "ferngate-works")).isEqualTo("organisation");
        assertThat(type(entities, "ferngate-one")).isEqualTo("product");
        assertThat(type(entities, "园丁手册")).isEqualTo("work");
    }

    @Test
    void a_known_entity_carries_its_wikidata_id() {
        assertThat(link("# SpaceX\n\nSpaceX launched a rocket. SpaceX landed it."))
                .filteredOn(entity -> entity.id().equals("spacex"))
                .extracting(Entity::wikidata)
                .containsExactly("Q193701");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "《", "·", "马·", "A (1", "Ann ", "Ann (00\n", "\n\n", "马克·李说(Mark Li)。", "李雷·韩梅(Mark Li) "})
    @Timeout(20)
    void no_text_is_too_odd_to_read_in_time(String part) {
        assertThat(linker.link(Texts.ofText(part.repeat(1_000_000 / part.length()))))
                .hasSizeLessThanOrEqualTo(30);
    }

    private List<Entity> link(String markdown) {
        return linker.link(Texts.article(markdown));
    }

    private static List<String> ids(List<Entity> entities) {
        return entities.stream().map(Entity::id).toList();
    }

    private static String type(List<Entity> entities, String id) {
        return entities.stream()
                .filter(entity -> entity.id().equals(id))
                .findFirst()
                .orElseThrow()
                .type();
    }
}
