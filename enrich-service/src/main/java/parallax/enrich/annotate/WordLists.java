package parallax.enrich.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** English words that tell what a capital letter means: lists shipped with the release, by their name. */
final class WordLists {

    private final Map<String, Set<String>> lists = new HashMap<>();

    private final Set<String> terms = new HashSet<>();

    WordLists() {
        for (String[] row : Table.rows("words.tsv", 2)) {
            lists.computeIfAbsent(row[0], name -> new HashSet<>()).addAll(List.of(row[1].split(" ", -1)));
        }
        for (String[] row : Table.rows("topics.tsv", 7)) {
            Table.list(row[5]).forEach(cue -> terms.add(cue.toLowerCase(Locale.ROOT)));
        }
    }

    /** A word that is no name though a sentence or heading may begin with it. */
    boolean isPlain(String word) {
        return has("plain", word);
    }

    /** A word that may be part of a name, but is none alone. */
    boolean isLone(String word) {
        return has("lone", word);
    }

    /** What a cue word of a topic says: "Reinforcement Learning" is no name. */
    boolean isTerm(String name) {
        return terms.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A word for what somebody is: {@code CEO}, {@code Dr}. It parts names. */
    boolean isRole(String word) {
        return has("role", word);
    }

    /** A word that persons' names do not have: {@code Labs}, {@code University}. */
    boolean isImpersonal(String word) {
        return has("impersonal", word);
    }

    /** A common given name. */
    boolean isGivenName(String word) {
        return has("given", word);
    }

    private boolean has(String list, String word) {
        return lists.getOrDefault(list, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }
}
