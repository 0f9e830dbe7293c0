package parallax.enrich.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.article.Annotator;
import parallax.enrich.interview.InterviewFacts;

class StoredFactsTest {

    private final Annotator annotator = new Annotator(Clock.systemUTC());

    @Test
    void what_is_stored_is_read_back_as_it_was() {
        assertThat(Seeds.all()).isNotEmpty().allSatisfy(document -> {
            InterviewFacts facts = annotator.annotate(document).facts();
            InterviewFacts read = StoredFacts.read(StoredFacts.write(facts));
            assertThat(read).isEqualTo(facts);
            assertThat(read.wording().latin().keySet())
                    .as("the most telling first")
                    .containsExactlyElementsOf(facts.wording().latin().keySet());
            assertThat(read.wording().han().keySet())
                    .containsExactlyElementsOf(facts.wording().han().keySet());
        });
    }
}
