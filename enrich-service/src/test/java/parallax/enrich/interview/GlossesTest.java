package parallax.enrich.interview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlossesTest {

    @Test
    void tellsTheStemsOfWhatAWordMeansAndHowRareTheCommonestIs() {
        assertThat(Glosses.of("㞎㞎")).hasValueSatisfying(meaning -> {
            assertThat(meaning.stems()).containsExactly(Glosses.stem("poop"));
            assertThat(meaning.rarity()).isEqualTo(Rarity.latin("poop"));
        });
    }

    @Test
    void knowsNothingOfAWordInNoDictionary() {
        assertThat(Glosses.of("没有这个词")).isEmpty();
    }
}
