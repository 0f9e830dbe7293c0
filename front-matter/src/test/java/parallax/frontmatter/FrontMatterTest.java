package parallax.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterTest {

    @Test
    void a_document_without_a_header_has_none() {
        assertThat(read("# Title\n\n---\n\ntext\n").fields()).isEmpty();
        assertThat(read("---\na rule, never closed").bodyStart()).isZero();
    }

    @Test
    void scalars_stay_text_and_know_their_place() {
        String document = "---\ntitle: 馬斯克𝕏談話\ndate: '2025-10-17'\ndraft: true\n---\nbody";
        FrontMatter header = read(document);
        assertThat(header.text("title")).contains("馬斯克𝕏談話");
        assertThat(header.text("date")).contains("2025-10-17");
        assertThat(header.text("draft")).contains("true");
        FrontMatter.Field date = header.field("date").orElseThrow();
        assertThat(document.substring(date.start(), date.end())).isEqualTo("'2025-10-17'");
        assertThat(document.substring(header.bodyStart())).isEqualTo("body");
    }

    @Test
    void toml_and_json_are_read_as_hugo_writes_them() {
        String toml =
                "+++\ntitle = \"One\"\ndate = 2026-02-01T08:00:00Z\ndraft = true\ntags = [\"a\", \"b\"]\n[params]\nx = 1\n+++\nbody";
        String json =
                "{\n  \"title\": \"One\",\n  \"date\": \"2026-02-01T08:00:00Z\",\n  \"draft\": true,\n  \"tags\": [\"a\", \"b\"]\n}\nbody";
        for (String document : List.of(toml, json)) {
            FrontMatter header = read(document);
            assertThat(header.text("title")).contains("One");
            assertThat(header.text("date").orElseThrow()).startsWith("2026-02-01T08:00");
            assertThat(header.text("draft")).contains("true");
            assertThat(header.texts("tags")).containsExactly("a", "b");
            assertThat(document.substring(header.bodyStart())).isEqualTo("body");
        }
        assertThat(read("{{< youtube x >}}\n\ntext\n}\n").fields()).isEmpty();
        assertThat(read("{\nnever closed").fields()).isEmpty();
        assertThatThrownBy(() -> read("+++\ntitle = \n+++\n"))
                .isInstanceOf(FrontMatterException.class)
                .hasMessageContaining("no TOML");
        assertThatThrownBy(() -> read("{\n\"a\": " + "[".repeat(1000) + "\n}\n"))
                .isInstanceOf(FrontMatterException.class);
    }

    @Test
    void the_first_line_may_name_the_language_as_eleventy_has_it() {
        for (String document : List.of(
                "---json\n{ \"title\": \"One\", \"draft\": true }\n---\nbody",
                "---toml\r\ntitle = \"One\"\r\ndraft = true\r\n---\r\nbody",
                "---yaml\ntitle: One\ndraft: true\n---\nbody")) {
            FrontMatter header = read(document);
            assertThat(header.text("title")).as(document).contains("One");
            assertThat(header.text("draft")).contains("true");
            assertThat(document.substring(header.bodyStart())).isEqualTo("body");
        }
        assertThat(read("---json\n[1]\n---\nbody").fields()).isEmpty();
        assertThatThrownBy(() -> read("---json\n{\n\"a\": }\n---\n"))
                .isInstanceOfSatisfying(
                        FrontMatterException.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageContaining("no JSON");
    }

    @Test
    void a_list_and_a_single_text_both_read_as_texts() {
        FrontMatter header =
                read("---\ntags: [ai, space]\npeople:\n- elon-musk\nauthor: A\nempty: ''\nnothing:\n---\n");
        assertThat(header.texts("tags")).containsExactly("ai", "space");
        assertThat(header.texts("people")).containsExactly("elon-musk");
        assertThat(header.texts("author")).isEqualTo(List.of("A"));
        assertThat(header.texts("empty")).isEmpty();
        assertThat(header.texts("nothing")).isEmpty();
        assertThat(header.text("tags")).isEmpty();
    }

    @Test
    void a_character_of_two_halves_may_stand_anywhere() {
        for (int length = 1000; length < 1040; length++) {
            String title = "x".repeat(length) + "\uD83D\uDE80";
            FrontMatter header = FrontMatter.of("---\ntitle: " + title + "\n---\nText.", Limits.DEFAULT);
            assertThat(header.text("title")).hasValue(title);
        }
    }

    @Test
    void what_is_no_yaml_says_where() {
        assertThatThrownBy(() -> read("---\ntitle: a\ntags: [unclosed\n---\nbody"))
                .isInstanceOfSatisfying(
                        FrontMatterException.class, e -> assertThat(e.line()).isGreaterThanOrEqualTo(3))
                .hasMessageContaining("no YAML");
        assertThatThrownBy(() -> read("---\njust a sentence\n---\nbody")).hasMessageContaining("no mapping");
    }

    @Test
    void names_in_chinese_and_colons_of_a_chinese_keyboard_are_read_as_what_they_mean() {
        String document =
                "---\n節目：前哨夜話\n標題： 訪談：AI 與人\nauthor：Ann\n日期: 2026-01-02\n标签:\n- 甲：乙\n- 𝕏\n草稿：是\n網址：https://example.org/a\n---\nbody：text";
        FrontMatter header = read(document);
        assertThat(header.text("show")).contains("前哨夜話");
        assertThat(header.text("節目")).contains("前哨夜話");
        assertThat(header.text("title")).contains("訪談：AI 與人");
        assertThat(header.text("author")).contains("Ann");
        assertThat(header.text("date")).contains("2026-01-02");
        assertThat(header.texts("tags")).containsExactly("甲：乙", "𝕏");
        assertThat(header.text("draft")).contains("true");
        assertThat(header.text("網址")).contains("https://example.org/a");
        assertThat(document.substring(header.bodyStart())).isEqualTo("body：text");
        for (String name : List.of("節目", "title", "author", "date", "網址")) {
            FrontMatter.Field field = header.field(name).orElseThrow();
            assertThat(document.substring(field.start(), field.end())).isEqualTo(field.value());
        }
    }

    @Test
    void what_is_yaml_already_is_left_as_it_is() {
        FrontMatter header = read("---\ntitle: 一：二\n問：答: yes\nlong: >\n  第一：行\n  第二：行\n標題: Other\n草稿: maybe\n---\n");
        assertThat(header.text("title")).contains("一：二");
        assertThat(header.text("問：答")).contains("yes");
        assertThat(header.text("long")).contains("第一：行 第二：行\n");
        assertThat(header.text("draft")).contains("maybe");
    }

    @Test
    void a_wide_sign_where_none_can_stand_is_named() {
        assertThatThrownBy(() -> read("---\ntitle: “一”\ntags: [一，二\n---\n"))
                .isInstanceOf(FrontMatterException.class)
                .hasMessageContaining("line 3 has \"，\" where \",\" may be meant");
        assertThatThrownBy(() -> read("+++\ntitle ＝ \"x\"\n+++\n")).hasMessageContaining("\"＝\" where \"=\"");
        assertThatThrownBy(() -> read("+++\n標題 = \"x\"\n+++\n")).hasMessageContaining("stands in quotes");
        assertThat(read("+++\n\"標題\" = \"x\"\n+++\n").text("title")).contains("x");
        assertThatThrownBy(() -> read("{\n\"title\"：\"x\"\n}\n")).hasMessageContaining("\"：\" where \":\"");
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String below = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, below))));
        }
        assertThatThrownBy(() -> read(bomb + "---\n")).hasMessageContaining("expands to more than");
    }

    @Test
    void a_list_that_holds_itself_is_refused() {
        assertThatThrownBy(() -> read("---\na: &a [*a]\n---\n")).isInstanceOf(FrontMatterException.class);
    }

    @Test
    void deep_nesting_is_refused_before_it_is_built() {
        String deep = "---\na: " + "[".repeat(20_000) + "]".repeat(20_000) + "\n---\n";
        assertThatThrownBy(() -> read(deep)).hasMessageContaining("nests deeper than 20");
    }

    @Test
    void a_header_over_the_limit_is_refused() {
        assertThatThrownBy(() -> read("---\na: " + "x".repeat(70_000) + "\n---\n"))
                .hasMessageContaining("longer than 65536");
    }

    private static FrontMatter read(String document) {
        return FrontMatter.of(document, Limits.DEFAULT);
    }
}
