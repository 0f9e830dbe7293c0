package parallax.enrich.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.enrich.Seeds;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.normalize.Normalizer;
import parallax.enrich.text.Folding;
import parallax.enrich.text.TracedText;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

class FactsTest {

    private static final InterviewReader READER = new InterviewReader(new Gazetteer());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "每年一萬次發射 | 10000 | count",
                "每年1万次发射 | 10000 | count",
                "about 10,000 launches a year | 10000 | count",
                "數兆美元的市場 | -1 | none",
                "三兆美元的市場 | 3000000000000 | usd",
                "3万亿美元的市场 | 3000000000000 | usd",
                "a $3 trillion dollars market | 3000000000000 | usd",
                "佔了98% | 98 | percent",
                "98 percent of it | 98 | percent",
                "2-2.5万美元 | 20000 | usd",
                "三十六個月 | 36 | month",
                "within 36 months | 36 | month",
                "100吉瓦 | 100 | gigawatt",
                "100 GW of it | 100 | gigawatt",
                "raised $1.2 billion | 1200000000 | usd",
                "融资12亿美元 | 1200000000 | usd",
                "NT$500 a month | 500 | count",
                "forty-one engineers | 41 | count",
                "四十一名工程师 | 41 | count",
                "two hundred and twelve voices | 212 | count",
                "three million users | 3000000 | count",
                "百分之三十五的收入 | 35 | percent",
                "thirty-five per cent of it | 35 | percent",
                "every 240 milliseconds | 240 | millisecond",
            })
    void numbers_are_the_same_in_every_language(String text, double value, String unit) {
        List<Quantity> found = quantities(text);
        if (value < 0) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(new Quantity(value, unit));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# Ep. 869: Ada Lovelace on engines | 869",
                "# 第123期：对话阿达 | 123",
                "# 播客第一百二十期 | 120",
                "# Ada Lovelace #496 | 496",
                "# Ada Lovelace on engines | -1",
            })
    void a_title_tells_the_episode(String text, int number) {
        Fact<Integer> episode = READER.read(Normalizer.normalize(document(text + "\n\nAn interview.")))
                .episode();
        assertThat(episode == null ? -1 : episode.value()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "她在2026年微软Build大会上接受了采访。 | 2026年微软Build大会",
                "In an interview at the American Dynamism Summit she said so. | American Dynamism Summit",
                "他在斯坦福大学的对话中说 | 斯坦福大学",
                "他还在大学时做过播客。 | ",
                "In an interview at lunch she said so. | ",
            })
    void an_opening_tells_the_venue(String text, String name) {
        Fact<String> venue =
                READER.read(Normalizer.normalize(document("# Ada\n\n" + text))).venue();
        assertThat(venue == null ? null : venue.value()).isEqualTo(name);
    }

    @Test
    void a_number_ends_before_the_space_behind_it() {
        assertThat(read("# Ferries\n\nThere were 412 of them, and seven million who rode them.\n")
                        .quantities())
                .extracting(number -> number.span().quote())
                .containsExactly("412", "seven million");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年2月3日，他说了两件事，第3点",
                "two years ago, three times in five minutes",
                "万亿美元的市场",
                "[16:44 Ada] she said, and again at 1:14:22 and 00:36",
                "one of them, and the second one"
            })
    void dates_and_small_counts_are_no_numbers_worth_sharing(String text) {
        assertThat(quantities(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In this episode of The Long Table, host Rahul Brennan sits down with Ada Berg. | long-table",
                "Night Shift Radio host Rahul Brennan talks with Ada Berg. | night-shift-radio",
                "在最新一期《夜行列车》播客中，主持人对话阿达·贝格。 | 夜行列车",
                "- 节目：Deep Currents，主持人阿达·贝格 | deep-currents",
                "In this episode she says why. | ",
                "“晚灯对谈”是一档由陆原主持的长访谈节目，每期一位客人。 | 晚灯对谈",
                "她上周做客英国 Podcast《The Long Table》，谈了渡轮。 | long-table",
                "他做客Harbour Talk播客，谈了渡轮。 | harbour-talk",
                "她登上硬地骑手播客，谈了渡轮。 | 硬地骑手",
                "年初她在英国人的播客里讲过渡轮，说到这里节目停了。 | ",
                "她做客一档英国节目，在另一档深夜播客里也讲过。 | ",
                "Ada said so on Rahul's show last year. | ",
            })
    void a_show_that_no_gazetteer_has_is_named_by_the_text(String text, String id) {
        Fact<Show> show =
                READER.read(Normalizer.normalize(document("# Ada\n\n" + text))).show();
        assertThat(show == null ? null : show.value().id()).isEqualTo(id);
    }

    @Test
    void an_episode_is_no_part_of_its_shows_name() {
        assertThat(read("---\nshow: Second Table (episode 217)\n---\n\nHe says why.\n")
                        .show()
                        .value()
                        .name())
                .isEqualTo("Second Table");
        assertThat(read("---\n节目: Second Table 222期（4月1日）\n---\n\n他说。\n")
                        .show()
                        .value()
                        .name())
                .isEqualTo("Second Table");
    }

    @Test
    void a_heading_that_comes_again_does_not_speak() {
        assertThat(read("# 笔记\n\n" + "**核心问题**：钱从哪里来？\n\n**重要原话**：“这样？”\n\n".repeat(4))
                        .hosts())
                .isEmpty();
    }

    @Test
    void a_header_in_chinese_tells_show_host_and_guest() {
        InterviewFacts facts = read("---\n标题: 手比脚难\n节目: 晚风对谈 第 12 期\n主持人: 沈知夏\n嘉宾: 林若衡，拾光创始人\n---\n\n“手难。”他说。\n");
        assertThat(facts.show()).isNotNull();
        assertThat(facts.show().value().id()).isEqualTo("晚风对谈");
        assertThat(facts.hosts()).extracting(host -> host.value().name()).containsExactly("沈知夏");
        assertThat(facts.guests()).extracting(guest -> guest.value().name()).containsExactly("林若衡");
    }

    @Test
    void who_asks_is_told_though_no_list_has_the_name() {
        InterviewFacts facts = read("# Tides\n\nIn this episode of The Long Table, host Rahulan Brennan sits down with"
                + " Ada Berg, founder of Kelp. Ada Berg says that tides are patient.\n");
        assertThat(facts.hosts()).extracting(host -> host.value().name()).containsExactly("Rahulan Brennan");
    }

    @Test
    void a_chinese_name_is_whole_and_no_beginning_of_a_word() {
        InterviewFacts facts = read("# 听后笔记\n\n林若衡在雷克雅未克的论坛接受专访。林若衡说，手难。雷克雅未克很冷，林若衡也这么说。\n");
        assertThat(facts.people()).extracting(person -> person.value().name()).containsExactly("林若衡");
    }

    @Test
    void a_chinese_name_that_is_cut_short_in_a_sentence_is_whole() {
        InterviewFacts facts = read("# 听后笔记\n\n沈亦岚三个多小时的访谈，听完整理了一下。沈亦岚不追榜。\n");
        assertThat(facts.people()).extracting(person -> person.value().name()).contains("沈亦岚");
    }

    @Test
    void a_japanese_name_in_characters_is_a_name() {
        assertThat(read("# 森永海斗谈跑步\n\n本期嘉宾森永海斗，生理学者。森永海斗说，疼是信。\n").guests())
                .extracting(guest -> guest.value().name())
                .containsExactly("森永海斗");
        assertThat(read("# 听后笔记\n\n嘉宾水岛花说，手难。水岛花也认为，书慢。水岛花回到京都。\n").people())
                .extracting(person -> person.value().name())
                .contains("水岛花");
    }

    @Test
    void a_part_of_a_foreign_name_is_no_chinese_one() {
        assertThat(read("# 听后笔记\n\n嘉宾奥孔乔说，风大。主持人问奥孔乔，船王莱莫尼斯做客时说了什么？奥孔乔认为不重要。\n").people())
                .extracting(person -> person.value().name())
                .doesNotContain("孔乔", "王莱莫");
    }

    @Test
    void a_title_before_a_transliterated_name_is_no_part_of_it() {
        assertThat(read("# 航运\n\n挪威船东英格丽·索尔海姆做客播客，接受专访。\n").people())
                .extracting(person -> person.value().name())
                .contains("英格丽·索尔海姆");
    }

    @Test
    void a_surname_that_stands_alone_often_is_a_name_but_no_word_is() {
        List<String> names = read("# 衰老\n\n生物学家恩沃苏做客播客。恩沃苏说，书签丢了。关键元素是关键元素，温哥华很远，温哥华很冷。\n").people().stream()
                .map(person -> person.value().name())
                .toList();
        assertThat(names).contains("恩沃苏").doesNotContain("关键元", "温哥华");
    }

    @Test
    void days_of_recording_tell_more_than_days_named_beside_it() {
        assertThat(held("The podcast was recorded on 2026-03-04.").confidence()).isEqualTo(InterviewFacts.RECORDED);
        assertThat(held("录制日期：2026-03-04。").confidence()).isEqualTo(InterviewFacts.RECORDED);
        assertThat(held("On 2026-03-04 the podcast came out.").confidence()).isLessThan(InterviewFacts.RECORDED);
    }

    private static Fact<DayRange> held(String text) {
        return Objects.requireNonNull(
                EventDates.read(TracedText.of(text), Folding.fold(text), null, new Quoter("d", text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "进行了一场四十分钟的访谈 | 40",
                "每天十分钟，听懂一期播客。这期播客时长两小时 | 120",
                "男孩想了十一分钟。主持人说，这场三小时的访谈 | 180",
                "長達三小時的深度對話 | 180",
                "两个半小时的播客 | 150",
                "a 2 hour 30 minutes interview | 150",
                "马斯克最新3小时访谈 | 180",
            })
    void a_length_beside_a_word_for_interview_is_its_length(String text, int minutes) {
        TracedText traced = TracedText.of(text);
        Fact<Integer> length = Lengths.read(traced, Folding.fold(text), new Quoter("d", text), 1);
        assertThat(length).isNotNull();
        assertThat(length.value()).isEqualTo(minutes);
    }

    @Test
    void reading_time_is_not_the_length_of_the_interview() {
        String text = "访谈 10 分钟阅读";
        assertThat(Lengths.read(TracedText.of(text), text, new Quoter("d", text), 1))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9月10日，他在峰会上进行了访谈 | 2025-09-10 | 2025-09-10",
                "本文整理自 2026 年 2 月播出的單集 | 2026-02-01 | 2026-02-28",
                "The interview came out in early September 2025. Here is more | 2025-09-01 | 2025-09-30",
                "On September 10, 2025 they recorded the podcast | 2025-09-10 | 2025-09-10",
                "12月24日的访谈 | 2024-12-24 | 2024-12-24",
            })
    void a_day_in_one_sentence_with_a_word_for_interview_is_its_day(String text, LocalDate from, LocalDate to) {
        Instant published = Instant.parse("2025-10-17T12:00:00Z");
        Fact<DayRange> held =
                EventDates.read(TracedText.of(text), Folding.fold(text), published, new Quoter("d", text));
        assertThat(held).isNotNull();
        assertThat(held.value()).isEqualTo(new DayRange(from, to));
    }

    @Test
    void a_day_of_publication_or_of_a_talk_long_ago_is_not_the_conversations() {
        Instant published = Instant.parse("2026-03-20T12:00:00Z");
        String text = "发布:2026-04-02，素材来自播客。一年前（2025年3月）她第一次上节目。";
        assertThat(EventDates.read(TracedText.of(text), Folding.fold(text), published, new Quoter("d", text)))
                .isNull();
    }

    @Test
    void a_name_in_a_field_goes_without_what_its_bearer_is() {
        assertThat(read("---\ntitle: 心\nguest: Maria Garcia 医师\n---\n\n她说，心不急。\n")
                        .guests())
                .extracting(guest -> guest.value().name())
                .containsExactly("Maria Garcia");
    }

    @Test
    void a_person_mentioned_is_neither_guest_nor_host() {
        InterviewFacts facts = read("# 专访安娜·贝格\n\n近日，安娜·贝格（Anna Berg）接受了记者的访谈。她谈到了马斯克，也谈到了扎克伯格。安娜·贝格说：“我不同意他们。”\n");
        assertThat(facts.guests()).extracting(guest -> guest.value().name()).containsExactly("Anna Berg");
        assertThat(facts.hosts()).isEmpty();
    }

    @Test
    void who_is_named_beside_another_or_did_something_else_did_not_ask() {
        assertThat(read("# 专访安娜·贝格\n\n安娜·贝格（Anna Berg）谈到公司与埃隆·马斯克的诉讼，以及由杰夫·贝索斯支持的工厂。安娜·贝格提到埃尔德什问题。\n")
                        .hosts())
                .isEmpty();
        assertThat(
                        read("# Interview with Jane Roe\n\nJane Roe likes *Good Work* by Henry Stone, and a firm founded by Mary Hill.\n")
                                .hosts())
                .isEmpty();
        assertThat(read("# Interview with Jane Roe\n\nThe show, hosted by Henry Stone, had Jane Roe as a guest.\n")
                        .hosts())
                .extracting(host -> host.value().name())
                .containsExactly("Henry Stone");
    }

    @Test
    void the_firm_of_a_guest_is_no_person() {
        assertThat(read("# 播客\n\n主持人托马斯·林德对话Kelpworks Energy创始人普里娅·巴斯克斯（Priya Vasquez）。Kelpworks Energy今年成立。\n")
                        .people())
                .extracting(person -> person.value().name())
                .contains("Priya Vasquez")
                .doesNotContain("Kelpworks Energy");
    }

    @Test
    void an_episode_says_its_show_day_and_length() {
        InterviewFacts english = read(
                "# Talk\n\nIn this episode of The Long Table, host Tomas Lind sits down with Priya Vasquez. The conversation was recorded on 2026-04-04 and runs about 2 hours.\n");
        InterviewFacts chinese =
                read("# 谈话\n\n在最新一期《The Long Table》播客中，主持人托马斯·林德对话普里娅·巴斯克斯。这场对话录制于2026-04-04，时长约2小时。\n");
        assertThat(List.of(english, chinese)).allSatisfy(facts -> {
            assertThat(facts.show().value().id()).isEqualTo("long-table");
            assertThat(facts.held().value().from()).isEqualTo("2026-04-04");
            assertThat(facts.minutes().value()).isEqualTo(120);
        });
    }

    @Test
    void a_news_item_covers_no_interview() {
        InterviewFacts facts = read("# 公司发布财报\n\n该公司第三季度营收增长了20%。\n");
        assertThat(facts.coversInterview()).isFalse();
    }

    @Test
    void a_guest_whose_names_do_not_sound_alike_has_both() {
        InterviewFacts facts = read("# 对话郑明远：数据中心的下一步\n\n本期嘉宾郑明远（Calvin Jeng）做客播客，接受采访。郑明远说，电力是瓶颈。郑明远认为，芯片不是。\n");
        assertThat(facts.guests()).hasSize(1);
        assertThat(facts.guests().get(0).value().names()).containsExactly("Calvin Jeng", "郑明远");
        InterviewFacts alike = read("# 对话埃隆·塔斯克\n\n嘉宾埃隆·塔斯克（Elon Tusk）做客播客。埃隆·塔斯克说，电力是瓶颈。埃隆·塔斯克认为，芯片不是。\n");
        assertThat(alike.guests().get(0).value().names()).containsExactly("Elon Tusk");
    }

    @Test
    void who_asks_is_host() {
        InterviewFacts facts = read(
                "# Interview with Jane Roe\n\nJane Roe was interviewed by John Quill for the podcast. John Quill asked about it; Jane Roe said no.\n");
        assertThat(facts.guests()).extracting(guest -> guest.value().id()).containsExactly("jane-roe");
        assertThat(facts.hosts()).extracting(host -> host.value().id()).containsExactly("john-quill");
    }

    private static InterviewFacts read(String markdown) {
        return READER.read(Normalizer.normalize(Seeds.document("d", markdown, Instant.EPOCH)));
    }

    private static List<Quantity> quantities(String text) {
        return Quantities.read(TracedText.of(text), Folding.fold(text), new Quoter("d", text)).stream()
                .map(Fact::value)
                .toList();
    }

    private static DocumentReceived document(String text) {
        return new DocumentReceived(
                "d", "1", "desk", null, "text/markdown", text, Rights.FULL, Instant.parse("2026-03-01T00:00:00Z"));
    }
}
