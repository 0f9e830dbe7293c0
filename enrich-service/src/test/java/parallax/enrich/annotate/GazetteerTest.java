package parallax.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the gazetteer finds in a text. */
class GazetteerTest {

    @Test
    void lines_that_are_known_need_not_be_read_again() {
        Gazetteer gazetteer = new Gazetteer();
        String title = "Sam Altman and Elon";
        String text = "Musk of Tesla\n马斯克谈 OpenAI";
        String quote = "Tesla and OpenAI";
        String whole = title + "\n" + text + "\n" + quote + "\n";
        int start = title.length() + 1;

        assertThat(gazetteer.mentions(whole, start, start + text.length(), gazetteer.mentions(text)))
                .isEqualTo(gazetteer.mentions(whole))
                .hasSizeGreaterThan(5);
    }
}
