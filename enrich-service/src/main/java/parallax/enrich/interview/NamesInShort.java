package parallax.enrich.interview;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parallax.enrich.interview.People.Named;
import parallax.enrich.text.LatinToken;
import parallax.enrich.text.WordList;

/** Where somebody whose whole name a text gives is called by one part of it: Greg, Brockman, 布罗克曼. */
final class NamesInShort {

    private static final Pattern BETWEEN = Pattern.compile("[ ·]");
    private static final int SHORTEST = 3;

    private final Map<String, Person> parts = new HashMap<>();
    private final Set<String> ofSeveral = new HashSet<>();
    private final Places places;
    private final Head head;

    private NamesInShort(Head head, List<Named> whole) {
        this.head = head;
        this.places = new Places(head.folded().length());
        for (Named name : whole) {
            places.take(name.start(), name.end());
            List<String> of = List.of(BETWEEN.split(head.folded().substring(name.start(), name.end()), -1));
            if (of.size() > 1) {
                part(of.get(0), name.person());
                part(of.get(of.size() - 1), name.person());
            }
        }
        parts.keySet().removeAll(ofSeveral);
    }

    /** The places, in the order of the text; a part of several people's names says nothing. */
    static List<Named> in(Head head, List<Named> whole) {
        NamesInShort names = new NamesInShort(head, whole);
        names.latin();
        names.han();
        return names.places.found();
    }

    private void part(String part, Person person) {
        String key = part.toLowerCase(Locale.ROOT);
        Person known = parts.putIfAbsent(key, person);
        if (key.length() < SHORTEST || (known != null && !known.id().equals(person.id()))) {
            ofSeveral.add(key);
        }
    }

    private void latin() {
        for (LatinToken token : head.tokens()) {
            if (!Character.isUpperCase(token.word().charAt(0))) {
                continue;
            }
            String word = token.word().toLowerCase(Locale.ROOT);
            Person person = parts.get(word);
            if (person != null && isName(word)) {
                places.addFree(person, token.start(), token.end());
            }
        }
    }

    /** A common word stands for itself, whoever may be called Will or Mark, unless the text writes it as a name. */
    private boolean isName(String word) {
        Wording.Term term = head.wording().latin().get(word);
        return term == null ? WordList.COMMON_ENGLISH.rank(word, Integer.MAX_VALUE) >= LatinNames.COMMON : term.name();
    }

    private void han() {
        parts.forEach((part, person) -> {
            if (Character.isIdeographic(part.charAt(0))) {
                places.addEverywhere(person, part, head.folded());
            }
        });
    }
}
