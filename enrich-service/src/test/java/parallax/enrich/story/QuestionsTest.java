package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final Set<String> lookedUp = new TreeSet<>();
    private final InterviewReader reader = new InterviewReader(new Gazetteer());
    private final Library library = (Library) Proxy.newProxyInstance(
            Library.class.getClassLoader(), new Class<?>[] {Library.class}, (proxy, method, arguments) -> {
                questions.merge(method.getName(), 1, Integer::sum);
                if (method.getName().equals("holders")) {
                    ((Map<?, ?>) arguments[0]).keySet().forEach(key -> lookedUp.add((String) key));
                }
                try {
                    return method.invoke(memory, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    @Test
    void an_article_among_others_of_its_guest_asks_each_thing_once_and_for_more_articles_thrice() {
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

    @Test
    void the_holders_of_a_term_are_looked_up_when_it_becomes_common_and_never_again() {
        assertThat(lookedUpWhenCome(0, 70)).doesNotContain("name:quillenbrook");
        assertThat(lookedUpWhenCome(70, 100)).doesNotContain("name:quillenbrook");
        assertThat(lookedUpWhenCome(100, 101)).contains("name:quillenbrook");
        assertThat(lookedUpWhenCome(101, 102)).doesNotContain("name:quillenbrook");
        assertThat(lookedUpWhenCome(102, 140)).doesNotContain("name:quillenbrook");
    }

    /** What is looked up when these come at once, all of which say one name. */
    private Set<String> lookedUpWhenCome(int from, int to) {
        Set<String> ids = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        for (int i = from; i < to; i++) {
            DocumentReceived document = Seeds.document(
                    "d" + i, "# Note %d\n\nOn day %d they walked to Quillenbrook.".formatted(i, i), Instant.EPOCH);
            Member member = new Member(
                    reader.read(Normalizer.normalize(document)), document.revision(), document.receivedAt(), null);
            ids.add(document.id());
            keys.addAll(memory.put(member, document.content()));
        }
        lookedUp.clear();
        new Matching(library, new Weighed(0)).relink(ids, keys, Set.of());
        return Set.copyOf(lookedUp);
    }
}
