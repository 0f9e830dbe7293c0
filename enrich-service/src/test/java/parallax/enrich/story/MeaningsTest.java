package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.article.Annotator;
import parallax.enrich.text.RegionalWords;
import parallax.events.Evidence;
import parallax.events.Evidence.Span;
import parallax.events.Evidence.Term;

/** What two articles in two languages say is held against each other by a dictionary. */
class MeaningsTest {

    private static final String ENGLISH = """
            # Ten minutes with the sail maker

            Henrik Dalgaard repairs sails on an island of four hundred people. In the interview he talks about lighthouses, herring and the
            canoes that his grandmother carved out of driftwood. The workshop smells of resin and rope. A lighthouse keeper taught him knots,
            he says, and a blacksmith lent him an anvil. He would rather mend an umbrella than buy one.
            """;
    private static final String CHINESE = """
            # 修帆人的十分钟

            Henrik Dalgaard 在一座岛上修补船帆。他在采访中谈到灯塔、鲱鱼，以及祖母用木头刻出的独木舟。作坊里满是树脂和绳索的味道。
            他说，是灯塔看守人教会他打结，一位铁匠借给他铁砧。与其买一把新的雨伞，他宁可修好旧的。
            """;
    private static final String OTHER = """
            # 一位厨师的清晨

            Henrik Dalgaard 在采访中谈到面包、酵母和他的餐厅。他凌晨起床揉面，等待烤箱升温，再给邻居送去羊角面包和果酱。
            他说，是一位面包师教会他耐心，一位奶农借给他黄油。与其买机器，他宁可用手揉面。
            """;

    private final Profile english = profile("a", ENGLISH);
    private final Profile chinese = profile("b", CHINESE);

    @Test
    void a_word_is_found_in_its_translation() {
        Overlap same = Overlap.of(Overlap.Kind.GLOSSES, english, chinese, Block.NONE);
        Overlap other = Overlap.of(Overlap.Kind.GLOSSES, english, profile("c", OTHER), Block.NONE);
        assertThat(same.shared().stream().map(shared -> ((Terms.Gloss) shared).word()))
                .contains("灯塔", "树脂", "铁匠", "雨伞");
        assertThat(same.damped()).isPositive();
        assertThat(other.damped()).isLessThan(same.damped());
    }

    @Test
    void articles_of_one_language_are_not_translated() {
        assertThat(Overlap.of(Overlap.Kind.GLOSSES, chinese, profile("c", OTHER), Block.NONE)
                        .size())
                .isZero();
    }

    @Test
    void an_editor_reads_both_words_and_finds_each_in_its_article() {
        Evidence evidence = Explanation.of(
                PairScore.of(english, chinese, Block.NONE), null, new Source("a", ENGLISH), new Source("b", CHINESE));
        Term meanings = evidence.terms().stream()
                .filter(term -> term.kind().equals("meanings"))
                .findFirst()
                .orElseThrow();
        assertThat(meanings.reason()).contains("shared meanings").contains("(");
        List<Span> spans = meanings.spans();
        assertThat(spans).hasSizeGreaterThanOrEqualTo(2);
        spans.forEach(span ->
                assertThat(span.documentId().equals("a") ? ENGLISH : CHINESE).contains(span.quote()));
    }

    @Test
    void what_Taiwan_and_the_mainland_call_by_two_words_is_one() {
        String mainland = "# 对谈\n\n嘉宾谈到软件、硬盘和他写的算法。";
        String taiwan = "# 對談\n\n來賓談到軟體、硬碟和他寫的演算法。";
        PairScore pair = PairScore.of(profile("a", mainland), profile("b", taiwan), Block.NONE);
        assertThat(Overlap.of(Overlap.Kind.WORDS, pair.first(), pair.second(), Block.NONE)
                        .shared())
                .contains("软件", "硬盘", "算法");
        assertThat(RegionalWords.readAs("软件").map(new Source("b", taiwan)::find))
                .anySatisfy(
                        span -> assertThat(span).get().extracting(Span::quote).isEqualTo("軟體"));
    }

    private static Profile profile(String id, String content) {
        return Profile.of(new Annotator(Clock.systemUTC())
                .annotate(Seeds.document(id, content, Instant.EPOCH))
                .facts());
    }
}
