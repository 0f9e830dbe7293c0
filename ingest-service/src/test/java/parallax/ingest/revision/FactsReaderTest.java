package parallax.ingest.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.events.FieldChange;
import parallax.ingest.identity.ContentType;

/** Looks and words told apart. */
class FactsReaderTest {

    private static final String PAGE =
            "<html lang=en><title>One</title><meta name=author content=Ann><body><p>It was <b>a</b> day.</p><img src=/a.png?w=1>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html lang=en><title>One</title><meta name=author content=Ann><body class=new><div><p>It was a day.</div><img src=/a.png?w=2>",
                "<html lang=en><title> One </title><meta name=author content=Ann><body><script>track()</script><p>It  was <i>a</i>\nday.</p><img src=/a.png>"
            })
    void other_markup_is_no_change(String other) {
        assertThat(html(PAGE).changes(html(other))).isEmpty();
    }

    @Test
    void words_recordings_and_fields_are() {
        assertThat(html(PAGE).changes(html(PAGE.replace("day", "night"))))
                .extracting(FieldChange::field)
                .containsExactly("body");
        assertThat(html(PAGE).changes(html(PAGE.replace("/a.png", "/b.png"))))
                .extracting(FieldChange::field)
                .containsExactly("body");
        assertThat(html(PAGE).changes(html(PAGE.replace("content=Ann", "content=Bo"))))
                .containsExactly(new FieldChange("author", "Ann", "Bo"));
        assertThat(html(PAGE).changes(html(PAGE.replace("lang=en", ""))))
                .containsExactly(new FieldChange("language", "en", null));
    }

    private static Facts html(String text) {
        return FactsReader.read(ContentType.HTML, text);
    }
}
