package parallax.enrich.annotate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import parallax.enrich.text.Table;

/** English words that tell what a capital letter means: lists shipped with the release, by their name. */
final class WordLists {

    private final Set<String> terms = new HashSet<>();
    private final Set<String> plain;
    private final Set<String> lone;
    private final Set<String> role;
    private final Set<String> impersonal;
    private final Set<String> given;

    WordLists() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (String[] row : Table.rows("words.tsv", 2)) {
            lists.computeIfAbsent(row[0], name -> new HashSet<>()).addAll(List.of(row[1].split(" ", -1)));
        }
        plain = lists.getOrDefault("plain", Set.of());
        lone = lists.getOrDefault("lone", Set.of());
        role = lists.getOrDefault("role", Set.of());
        impersonal = lists.getOrDefault("impersonal", Set.of());
        given = lists.getOrDefault("given", Set.of());
        for (String[] row : Table.rows("topics.tsv", 7)) {
            Table.list(row[5]).forEach(cue -> terms.add(cue.toLowerCase(Locale.ROOT)));
        }
    }

    /** A word that is no name though a sentence or heading may begin with it. */
    boolean isPlain(String word) {
        return has(plain, word);
    }

    /** A word that may be part of a name, but is none alone. */
    boolean isLone(String word) {
        return has(lone, word);
    }

    /** What a cue word of a topic says: "Reinforcement Learning" is no name. */
    boolean isTerm(String name) {
        return terms.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A word for what somebody is: {@code CEO}, {@code Dr}. It parts names. */
    boolean isRole(String word) {
        return has(role, word);
    }

    /** A word that persons' names do not have: {@code Labs}, {@code University}. */
    boolean isImpersonal(String word) {
        return has(impersonal, word);
    }

    /** A common given name. */
    boolean isGivenName(String word) {
        return has(given, word);
    }

    private static boolean has(Set<String> list, String word) {
        return list.contains(word.toLowerCase(Locale.ROOT));
    }
}
