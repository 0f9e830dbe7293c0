package parallax.enrich.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.enrich.Seeds;

/** A text that is long and odd takes no longer than a long one: nothing that reads it may look back over and over. */
class HostileTextsTest {

    private static final Annotator ANNOTATOR = new Annotator(Clock.systemUTC());
    private static final int LENGTH = 200_000;

    /** Far beyond what any of them needs, and far below what looking back over all of it takes. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\n",
                " ",
                "#",
                "# \n",
                "*",
                "- **a:** b\n",
                "[",
                "[[",
                "[[a|",
                "<",
                "<nav>",
                "<a b=\"",
                "<button>x",
                "`",
                "「",
                "人·",
                "阿尔·贝特，",
                "王小明",
                "Ada Lovelace ",
                "Ada ",
                "A. ",
                "and ",
                "1,",
                "12万到",
                "一百万亿",
                "与他的对话",
                "接受了",
                "with ",
                "host: ",
                "Name: x\n",
                "[00:01 Ada] ",
                "中文（English Name）",
                "#tag ",
                "-",
                "{{<",
                "2026-01-01 ",
                "https://youtu.be/",
                ">> "
            })
    void is_read_in_time(String piece) {
        String unit = piece;
        String text = unit.repeat(LENGTH / unit.length());
        assertTimeoutPreemptively(HANGS, () -> assertThat(ANNOTATOR
                        .annotate(Seeds.document("d", text, Instant.EPOCH))
                        .article()
                        .title())
                .isNotBlank());
    }
}
