package parallax.enrich.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Given names and surnames alone, each of the one person of an article who has it. */
final class ShortForms {

    private static final int SHORTEST = 3;

    private final Map<String, Subject> forms = new HashMap<>();
    private final Set<String> shared = new HashSet<>();
    private final WordLists lists;

    ShortForms(WordLists lists) {
        this.lists = lists;
    }

    void add(Subject person) {
        for (String word : person.name().split(" ", -1)) {
            if (word.length() >= SHORTEST && !lists.isPlain(word)) {
                Subject other = forms.put(word, person);
                if (other != null && !other.id().equals(person.id())) {
                    shared.add(word);
                }
            }
        }
    }

    Optional<Subject> whoIs(String word) {
        return shared.contains(word) ? Optional.empty() : Optional.ofNullable(forms.get(word));
    }
}
