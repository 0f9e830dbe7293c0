package parallax.publish.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.publish.Samples;
import parallax.publish.problem.PublishException;

class CursorTest {

    @Test
    void comes_back_as_it_was() {
        Cursor cursor = new Cursor(Samples.TIME, "故事 1");
        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "bm90IGEgdGltZQ", "OTk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWiBh"})
    void what_we_did_not_make_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(PublishException.BadInput.class);
    }
}
