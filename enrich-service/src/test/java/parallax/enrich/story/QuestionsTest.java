package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.interview.InterviewReader;
import parallax.enrich.normalize.Normalizer;
import parallax.events.DocumentReceived;

/** How often a change asks the library, which is a database far away. */
class QuestionsTest {

    private final InMemoryLibrary memory = new InMemoryLibrary();
    private final Map<String, Integer> questions = new TreeMap<>();
    private final Library library = (Library) Proxy.newProxyInstance(
            Library.class.getClassLoader(), new Class<?>[] {Library.class}, (proxy, method, arguments) -> {
                questions.merge(method.getName(), 1, Integer::sum);
                try {
                    return method.invoke(memory, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    @Test
    void an_article_among_others_of_its_guest_asks_each_thing_once_and_for_more_articles_thrice() {
        InterviewReader reader = new InterviewReader(new Gazetteer());
        String last = "";
        for (DocumentReceived seed : Seeds.all()) {
            last = seed.id();
            var facts = reader.read(Normalizer.normalize(seed));
            var keys = memory.put(new Member(facts, seed.revision(), seed.receivedAt(), null), seed.content());
            questions.clear();
            Matching matching = new Matching(library, new Weighed(0));
            matching.components(matching.relink(List.of(seed.id()), keys));
        }
        assertThat(last).isNotEmpty();
        assertThat(questions)
                .containsEntry("holders", 1)
                .containsEntry("sharing", 1)
                .containsEntry("sketches", 1)
                .containsEntry("told", 1)
                .containsEntry("relink", 1);
        assertThat(questions.get("members")).isLessThanOrEqualTo(3);
        assertThat(questions.get("links")).isLessThanOrEqualTo(2);
    }
}
