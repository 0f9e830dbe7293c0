package parallax.enrich.story;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.Glosses;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Quantity;
import parallax.enrich.interview.Rarity;
import parallax.enrich.interview.Wording;

/** An article's facts, made ready to be held against many others': all that a comparison needs of one article alone. */
public final class Profile {

    private static final int SHORTEST_SURNAME = 4;
    private static final int SHORTEST_SOUND = 3;
    private static final double RARE_SURNAME = 3.5;

    private final InterviewFacts facts;
    private final NavigableSet<String> guests;
    private final List<Named> people;
    private final List<Named> likelyGuests;
    private final List<String> guestNames;
    private final List<String> guestSounds;
    private final Terms names;
    private final Terms words;
    private final Terms numbers;
    private volatile @Nullable Map<String, String> stems;
    private volatile @Nullable Terms glosses;
    private final Object reading = new Object();
    private volatile @Nullable Called called;
    private volatile @Nullable Map<String, String> surnames;

    private Profile(InterviewFacts facts) {
        this.facts = facts;
        this.guests = Collections.unmodifiableNavigableSet(BlockKeys.guests(facts));
        this.people = facts.people().stream().map(Named::of).toList();
        this.likelyGuests = GuestMatch.likely(people);
        this.guestNames = likelyGuests.stream()
                .flatMap(guest -> guest.keys().stream())
                .flatMap(name -> NameLikeness.parts(name).stream())
                .toList();
        this.guestSounds = BlockKeys.possibleGuests(facts).stream()
                .map(guest -> NameLikeness.sounds(guest.name()))
                .toList();
        this.names = Terms.names(facts);
        this.words = Terms.words(facts);
        this.numbers = Terms.numbers(facts);
    }

    /** Of an article. */
    public static Profile of(InterviewFacts facts) {
        return new Profile(facts);
    }

    private record Called(Map<String, List<String>> aliases, Profile profile) {}

    /**
     * The same article, its possible guests by other names as well; for the same names the same profile.
     *
     * @param aliases by how the name that is read sounds, see {@link #guestSounds}
     */
    Profile alsoCalled(Map<String, List<String>> aliases) {
        Called known = called;
        if (known == null || !known.aliases().equals(aliases)) {
            known = new Called(
                    aliases,
                    new Profile(facts.withPeople(facts.people().stream()
                            .map(fact -> new Fact<>(
                                    fact.value()
                                            .alsoCalled(aliases.getOrDefault(
                                                    NameLikeness.sounds(
                                                            fact.value().name()),
                                                    List.of())),
                                    fact.span(),
                                    fact.confidence()))
                            .toList())));
            called = known;
        }
        return known.profile();
    }

    /** How the names of its possible guests sound. */
    List<String> guestSounds() {
        return guestSounds;
    }

    /** The facts. */
    public InterviewFacts facts() {
        return facts;
    }

    /** Stands for these facts without holding them: no other profile has the same. */
    Object reading() {
        return reading;
    }

    String documentId() {
        return facts.documentId();
    }

    /** The keys of its possible guests' blocks. */
    NavigableSet<String> guests() {
        return guests;
    }

    /** Those it names, the likeliest guest first. */
    List<Named> people() {
        return people;
    }

    /** Those of them who may be guests. */
    List<Named> likelyGuests() {
        return likelyGuests;
    }

    /** The parts of the likely guests' names, in lower case. */
    List<String> guestNames() {
        return guestNames;
    }

    /** The rare name in Latin letters that stands in the text and is {@code surname}, or sounds like it if that is in Chinese; or null. */
    @Nullable
    String surname(String surname) {
        if (Character.isIdeographic(surname.codePointAt(0))) {
            String sound = NameLikeness.sound(surname);
            return sound.length() < SHORTEST_SOUND ? null : surnames().get(sound);
        }
        return isSurname(surname, facts.wording().latin().get(surname)) ? surname : null;
    }

    /** By sound. */
    private Map<String, String> surnames() {
        Map<String, String> known = surnames;
        if (known == null) {
            Map<String, String> read = new HashMap<>();
            facts.wording().latin().forEach((word, term) -> {
                if (isSurname(word, term)) {
                    read.putIfAbsent(NameLikeness.sound(word), word);
                }
            });
            known = read;
            surnames = read;
        }
        return known;
    }

    private static boolean isSurname(String word, Wording.@Nullable Term term) {
        return term != null && term.name() && word.length() >= SHORTEST_SURNAME && Rarity.latin(word) >= RARE_SURNAME;
    }

    /** Whether a number, a word in Latin letters or one of Chinese stands in it: no two of these are equal. */
    boolean holds(Object term) {
        return term instanceof Quantity
                ? numbers.place(term) != Terms.NOWHERE
                : facts.wording().latin().containsKey(term)
                        || facts.wording().han().containsKey(term);
    }

    Terms names() {
        return names;
    }

    /** Ordinary words, of its language. */
    Terms words() {
        return words;
    }

    Terms numbers() {
        return numbers;
    }

    /** What its words mean: read when an article of another language is held against it. */
    Terms glosses() {
        Terms known = glosses;
        if (known == null) {
            known = Terms.glosses(facts, facts.chinese() ? Map.of() : stems());
            glosses = known;
        }
        return known;
    }

    /** The first word in Latin letters that {@code gloss} means. */
    Optional<String> meant(Terms.Gloss gloss) {
        return stems().entrySet().stream()
                .filter(stem -> gloss.means(stem.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** By the stem of each word in Latin letters the first of that stem. */
    private Map<String, String> stems() {
        Map<String, String> known = stems;
        if (known == null) {
            Map<String, String> read = new LinkedHashMap<>();
            facts.wording().latin().keySet().forEach(word -> read.putIfAbsent(Glosses.stem(word), word));
            known = read;
            stems = read;
        }
        return known;
    }
}
