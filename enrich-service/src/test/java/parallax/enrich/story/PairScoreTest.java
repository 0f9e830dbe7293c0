package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.interview.InterviewReader;
import parallax.enrich.normalize.Normalizer;
import parallax.events.DocumentReceived;

class PairScoreTest {

    private final InterviewReader reader = new InterviewReader(new Gazetteer());
    private final List<Profile> articles = articles();

    @Test
    void what_is_proved_without_words_is_so() {
        int proved = 0;
        int weighed = 0;
        for (Block block : List.of(Block.NONE, new Block(articles))) {
            for (Profile one : articles) {
                for (Profile other : articles) {
                    for (double least : one == other ? new double[0] : new double[] {-20, -6, -3, 0, 5}) {
                        PairScore score = PairScore.of(one, other, block);
                        PairScore quick = PairScore.of(one, other, block, least);
                        assertThat(quick.copy()).isEqualTo(score.copy());
                        if (quick.isExact()) {
                            assertThat(quick.logOdds()).isEqualTo(score.logOdds());
                        } else {
                            assertThat(score.logOdds()).isLessThanOrEqualTo(quick.logOdds());
                            assertThat(quick.logOdds()).isLessThan(least);
                            proved++;
                        }
                        weighed++;
                    }
                }
            }
        }
        assertThat(proved).isBetween(weighed / 10, weighed - 1);
    }

    @Test
    void a_show_has_one_interview_in_an_episode() {
        Profile one = article("one", episode(211, "the ferries that run on wind"));
        Profile same = article("same", episode(211, "a summer on the ferries"));
        Profile next = article("next", episode(214, "ferries, two years on"));
        assertThat(PairScore.of(one, same, Block.NONE).weight("same-episode", "other-episode"))
                .isGreaterThan(2);
        assertThat(PairScore.of(one, next, Block.NONE).weight("same-episode", "other-episode"))
                .isLessThan(-2);
    }

    private static String episode(int number, String about) {
        return """
                # Harbour Talk episode %d: Ingvild Aaserud on %s

                In this interview Ingvild Aaserud, who builds ferries, talks to the Harbour Talk podcast.
                """.formatted(number, about);
    }

    /** The seeds, and each in two halves. */
    private List<Profile> articles() {
        List<Profile> all = new ArrayList<>();
        for (DocumentReceived seed : Seeds.all()) {
            int half = seed.content().length() / 2;
            all.add(article(seed.id(), seed.content()));
            all.add(article(seed.id() + "-first", seed.content().substring(0, half)));
            all.add(article(seed.id() + "-second", seed.content().substring(half)));
        }
        return all;
    }

    private Profile article(String id, String content) {
        return Profile.of(reader.read(Normalizer.normalize(Seeds.document(id, content, Instant.EPOCH))));
    }
}
