package parallax.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Plain, and 1 < 2 > 0 | Plain, and 1 < 2 > 0",
                "a <b>bold</b> word | a bold word",
                "AT&amp;T &lt;3 &#39;tis | AT&T <3 'tis",
                "Q&A | Q&A",
                "5 &times 5 &amp;hearts; | 5 ＆times 5 ＆hearts;",
                "R & D | R & D",
                "The <script> tag | The ‹script› tag",
                "&lt;script&gt;alert(1)&lt;/script&gt; | ‹script›alert(1)‹/script›",
                "《<機器人>》 | 《<機器人>》",
                "<img src=x onerror=alert(1) | ‹img src=x onerror=alert(1)›",
            },
            delimiter = '|')
    void no_reader_takes_it_for_markup(String text, String plain) {
        assertThat(PlainText.of(text)).isEqualTo(plain);
    }
}
