package parallax.enrich.story;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Rarity;
import parallax.enrich.interview.Wording;

/**
 * What two articles must share to be compared at all: a person who may be the guest of one and is named by the other, a recording, two of
 * the names that they say most, or phrases of a copied text.
 */
public final class BlockKeys {

    private static final double POSSIBLE_GUEST = 0.3;
    private static final int MOST_GUESTS = 3;
    private static final int MOST_NAMED = 6;
    private static final int MOST_NAMES = 12;
    /** Begins the keys of a guest's articles, which weigh each other's words. */
    static final String BLOCK = "block:";

    private static final String GUEST = "guest:";
    private static final String LIKE = "guest like:";
    private static final String NAMED = "named:";
    private static final int SHORTEST_NAME = 3;
    private static final double RARE = 3.5;

    private BlockKeys() {}

    /** The keys under which an article is found. */
    public static NavigableSet<String> of(InterviewFacts facts) {
        NavigableSet<String> keys = shared(facts);
        keys.addAll(guests(facts));
        guestNames(facts).forEach(name -> keys.add(GUEST + NameLikeness.sounds(name)));
        guestNames(facts).forEach(name -> keys.add(LIKE + NameLikeness.roughly(name)));
        named(facts).forEach(name -> keys.add(NAMED + NameLikeness.sounds(name)));
        return keys;
    }

    /** The keys under which an article finds others: the guest of one need only be named by the other. */
    static NavigableSet<String> lookups(InterviewFacts facts) {
        NavigableSet<String> keys = shared(facts);
        guestNames(facts).forEach(name -> keys.add(NAMED + NameLikeness.sounds(name)));
        guestNames(facts).forEach(name -> keys.add(LIKE + NameLikeness.roughly(name)));
        named(facts).forEach(name -> keys.add(GUEST + NameLikeness.sounds(name)));
        return keys;
    }

    /** Those of {@link #lookups} that are reason enough for a comparison: a copy, a recording, the same possible guest. */
    static NavigableSet<String> sure(InterviewFacts facts) {
        NavigableSet<String> keys = sources(facts);
        guestNames(facts).forEach(name -> keys.add(GUEST + NameLikeness.sounds(name)));
        return keys;
    }

    /** A key for each possible guest's articles, the same for one name in either script. */
    static NavigableSet<String> guests(InterviewFacts facts) {
        return guestNames(facts).stream()
                .map(name -> BLOCK + NameLikeness.sounds(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static NavigableSet<String> shared(InterviewFacts facts) {
        NavigableSet<String> keys = sources(facts);
        keys.addAll(names(facts.wording()));
        return keys;
    }

    /** A copied text, a recording. */
    private static NavigableSet<String> sources(InterviewFacts facts) {
        NavigableSet<String> keys = new TreeSet<>(Copies.keys(facts.wording()));
        facts.recordings().forEach(recording -> keys.add("recording:" + recording.value()));
        return keys;
    }

    private static List<String> guestNames(InterviewFacts facts) {
        return facts.people().stream()
                .filter(person -> person.confidence() >= POSSIBLE_GUEST)
                .limit(MOST_GUESTS)
                .map(person -> person.value().name())
                .toList();
    }

    private static List<String> named(InterviewFacts facts) {
        return facts.people().stream()
                .limit(MOST_NAMED)
                .map(person -> person.value().name())
                .toList();
    }

    /** Where a document stands among those of a key: mixed, so that the first ones are a fair sample, and the same wherever it is computed. */
    public static int order(String documentId) {
        int hash = documentId.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        return hash ^ (hash >>> 13);
    }

    /** A key for each two of the rare names that stand most often: one alone is in too many articles. */
    private static NavigableSet<String> names(Wording wording) {
        List<String> names = wording.latin().entrySet().stream()
                .filter(entry -> entry.getValue().name()
                        && entry.getKey().length() >= SHORTEST_NAME
                        && Rarity.latin(entry.getKey()) >= RARE)
                .sorted(Comparator.comparingInt((Map.Entry<String, Wording.Term> entry) ->
                                -entry.getValue().count())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMES)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        NavigableSet<String> keys = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                keys.add("names:" + names.get(i) + " " + names.get(j));
            }
        }
        return keys;
    }
}
