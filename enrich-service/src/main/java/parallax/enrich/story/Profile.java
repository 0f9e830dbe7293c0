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
    private final List<Named> hosts;
    private final List<String> guestNames;
    private final List<String> guestSounds;
    private final Terms names;
    private final Terms words;
    private final Terms numbers;
    private final Lazy<Map<String, String>> stems;
    private final Lazy<Terms> glosses;
    private final Lazy<Map<String, String>> surnames;
    private final Lazy<NavigableSet<String>> terms;
    private final Lazy<NavigableSet<String>> keys;
    private final Lazy<NavigableSet<String>> lookups;
    private final Lazy<Sketch> sketch;
    private final Object reading = new Object();
    private volatile @Nullable Called called;

    private Profile(InterviewFacts facts) {
        this.facts = facts;
        this.guests = Collections.unmodifiableNavigableSet(BlockKeys.guests(facts));
        this.people = facts.people().stream().map(Named::of).toList();
        this.likelyGuests = GuestMatch.likely(people);
        this.hosts = facts.hosts().stream().map(Named::of).toList();
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
        this.stems = new Lazy<>(() -> stems(facts.wording()));
        this.glosses = new Lazy<>(() -> Terms.glosses(facts, facts.chinese() ? Map.of() : stems.get()));
        this.surnames = new Lazy<>(() -> surnames(facts.wording()));
        this.terms = new Lazy<>(() -> Collections.unmodifiableNavigableSet(BlockKeys.terms(facts)));
        this.keys = new Lazy<>(() -> Collections.unmodifiableNavigableSet(BlockKeys.of(facts, terms.get())));
        this.lookups = new Lazy<>(() -> Collections.unmodifiableNavigableSet(BlockKeys.lookups(facts)));
        this.sketch = new Lazy<>(() -> Sketch.of(facts));
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

    /** The keys under which it is found, see {@link BlockKeys}. */
    public NavigableSet<String> keys() {
        return keys.get();
    }

    /** Those of them of which one alone says little. */
    NavigableSet<String> terms() {
        return terms.get();
    }

    /** The keys by which it finds others. */
    NavigableSet<String> lookups() {
        return lookups.get();
    }

    /** What it says most, in short. */
    public Sketch sketch() {
        return sketch.get();
    }

    /** Those who ask. */
    List<Named> hosts() {
        return hosts;
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
            return sound.length() < SHORTEST_SOUND ? null : surnames.get().get(sound);
        }
        return isSurname(surname, facts.wording().latin().get(surname)) ? surname : null;
    }

    /** By sound. */
    private static Map<String, String> surnames(Wording wording) {
        Map<String, String> surnames = new HashMap<>();
        wording.latin().forEach((word, term) -> {
            if (isSurname(word, term)) {
                surnames.putIfAbsent(NameLikeness.sound(word), word);
            }
        });
        return surnames;
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
        return glosses.get();
    }

    /** The first word in Latin letters that {@code gloss} means. */
    Optional<String> meant(Terms.Gloss gloss) {
        return stems.get().entrySet().stream()
                .filter(stem -> gloss.means(stem.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** By the stem of each word in Latin letters the first of that stem. */
    private static Map<String, String> stems(Wording wording) {
        Map<String, String> stems = new LinkedHashMap<>();
        wording.latin().keySet().forEach(word -> stems.putIfAbsent(Glosses.stem(word), word));
        return stems;
    }
}
