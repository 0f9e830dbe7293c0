package parallax.enrich.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Quantity;
import parallax.enrich.interview.Rarity;
import parallax.enrich.interview.Wording;

/**
 * What two articles must share to be compared at all: a person who may be the guest of one and is named by the other, a recording,
 * phrases of a copied text, or several of the rare names and numbers that they say most.
 */
public final class BlockKeys {

    private static final double POSSIBLE_GUEST = 0.2;

    /** Beside a guest as sure as this, whoever is less likely a guest than not is none: who asks is often a little in doubt. */
    private static final double SURE_GUEST = 0.9;

    private static final int MOST_GUESTS = 3;
    private static final int MOST_NAMED = 6;
    private static final int MOST_NAMES = 24;
    private static final int MOST_NUMBERS = 16;

    /** Begins the keys of a guest's articles, which weigh each other's words. */
    static final String BLOCK = "block:";

    /** Begins the keys under which is found who says that a guest has another name. */
    static final String ALIAS = "alias:";

    private static final String GUEST = "guest:";
    private static final String LIKE = "guest like:";
    private static final String NAMED = "named:";
    private static final String NAME = "name:";
    private static final String NUMBER = "number:";
    private static final String PERSON = "person:";
    private static final String WORD = "word:";
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_NAME = 3;
    private static final double RARE_NAME = 3.5;
    private static final double RARE_NUMBER = 1.8;

    private BlockKeys() {}

    /**
     * The keys under which an article is found.
     *
     * @param terms its {@link #terms}
     */
    static NavigableSet<String> of(InterviewFacts facts, Collection<String> terms) {
        NavigableSet<String> keys = sources(facts);
        keys.addAll(terms);
        keys.addAll(guests(facts));
        possibleGuests(facts).stream()
                .filter(guest -> !guest.aliases().isEmpty())
                .flatMap(guest -> names(ALIAS, guest.names()))
                .forEach(keys::add);
        names(GUEST, guestNames(facts)).forEach(keys::add);
        keys.addAll(likes(facts));
        names(NAMED, named(facts)).forEach(keys::add);
        return keys;
    }

    /** The keys any one of which makes it possible that two articles belong together: the guest of one need only be named by the other. */
    static NavigableSet<String> lookups(InterviewFacts facts) {
        NavigableSet<String> keys = sources(facts);
        names(NAMED, guestNames(facts)).forEach(keys::add);
        keys.addAll(likes(facts));
        names(GUEST, named(facts)).forEach(keys::add);
        return keys;
    }

    /** Those of {@link #lookups} that are reason enough for a comparison: a copy, a recording, the same possible guest. */
    static NavigableSet<String> sure(InterviewFacts facts) {
        NavigableSet<String> keys = sources(facts);
        names(GUEST, guestNames(facts)).forEach(keys::add);
        return keys;
    }

    /** A key for each possible guest's articles, the same for one name in either script. */
    static NavigableSet<String> guests(InterviewFacts facts) {
        return names(BLOCK, guestNames(facts)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same of one of them, by all names that the article tells of them. */
    static NavigableSet<String> guests(Person guest) {
        return names(BLOCK, guest.names()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A copied text, a recording. */
    private static NavigableSet<String> sources(InterviewFacts facts) {
        NavigableSet<String> keys = new TreeSet<>(Copies.keys(facts.wording()));
        facts.recordings().forEach(recording -> keys.add("recording:" + recording.value()));
        return keys;
    }

    /** Who may be the guest; the likeliest of the people comes first. */
    static List<Person> possibleGuests(InterviewFacts facts) {
        boolean sure = !facts.people().isEmpty() && facts.people().get(0).confidence() >= SURE_GUEST;
        double least = sure ? InterviewFacts.GUEST : POSSIBLE_GUEST;
        return facts.people().stream()
                .filter(person -> person.confidence() >= least)
                .limit(MOST_GUESTS)
                .map(Fact::value)
                .toList();
    }

    /** By how the names sound; of Chinese ones also by how they are spelled. */
    private static Stream<String> names(String prefix, List<String> names) {
        return names.stream()
                .flatMap(name ->
                        Stream.concat(Stream.of(NameLikeness.sounds(name)), NameLikeness.spelled(name).stream()))
                .map(name -> prefix + name);
    }

    /** The possible guests' names less exactly. */
    private static List<String> likes(InterviewFacts facts) {
        return guestNames(facts).stream()
                .flatMap(name -> NameLikeness.roughly(name).stream())
                .map(way -> LIKE + way)
                .toList();
    }

    private static List<String> guestNames(InterviewFacts facts) {
        return possibleGuests(facts).stream()
                .flatMap(guest -> guest.names().stream())
                .toList();
    }

    private static List<String> named(InterviewFacts facts) {
        return facts.people().stream()
                .limit(MOST_NAMED)
                .flatMap(person -> person.value().names().stream())
                .toList();
    }

    /** Where a document stands among those of a key: mixed, so that the first ones are a fair sample, and the same wherever it is computed. */
    public static int order(String documentId) {
        int hash = documentId.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        return hash ^ (hash >>> 13);
    }

    /** Whether {@code key} is one of {@link #terms}. */
    static boolean isTerm(String key) {
        return key.startsWith(NAME) || key.startsWith(NUMBER) || key.startsWith(PERSON) || key.startsWith(WORD);
    }

    /** The keys of which one alone says little: of the rare names that stand most often, and of the numbers that tell most. */
    static NavigableSet<String> terms(InterviewFacts facts) {
        NavigableSet<String> keys = new TreeSet<>();
        facts.wording().latin().entrySet().stream()
                .filter(entry -> entry.getValue().name()
                        && entry.getKey().length() >= SHORTEST_NAME
                        && Rarity.latin(entry.getKey()) >= RARE_NAME)
                .sorted(Comparator.comparingInt((Map.Entry<String, Wording.Term> entry) ->
                                -entry.getValue().count())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMES)
                .forEach(entry -> keys.add(NAME + entry.getKey()));
        facts.quantities().stream()
                .map(Fact::value)
                .distinct()
                .filter(number -> number.information() >= RARE_NUMBER)
                .sorted(Comparator.comparingDouble((Quantity number) -> -number.information())
                        .thenComparing(Quantity::unit)
                        .thenComparing(Quantity::value))
                .limit(MOST_NUMBERS)
                .forEach(number -> keys.add(NUMBER + number.value() + " " + number.unit()));
        names(
                        PERSON,
                        facts.people().stream()
                                .filter(person -> !person.value().known())
                                .limit(MOST_NAMED)
                                .flatMap(person -> person.value().names().stream())
                                .toList())
                .forEach(keys::add);
        facts.wording().han().keySet().stream().limit(MOST_WORDS).forEach(word -> keys.add(WORD + word));
        return keys;
    }
}
