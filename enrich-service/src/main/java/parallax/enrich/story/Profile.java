package parallax.enrich.story;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameKey;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Rarity;
import parallax.enrich.interview.Wording;

/** An article's facts, made ready to be held against many others': all that a comparison needs of one article alone. */
public final class Profile {

    private static final int SHORTEST_SURNAME = 4;
    private static final int SHORTEST_SOUND = 3;
    private static final double RARE_SURNAME = 3.5;

    private final InterviewFacts facts;
    private final NavigableSet<String> guests;
    private final List<String> guestNames;
    private final List<String> guestSounds;
    private final Terms names;
    private final Terms words;
    private final Terms numbers;
    private volatile @Nullable Terms glosses;
    private final Object reading = new Object();
    private volatile @Nullable Called called;
    private volatile @Nullable Map<String, String> surnames;

    private Profile(InterviewFacts facts) {
        this.facts = facts;
        this.guests = Collections.unmodifiableNavigableSet(BlockKeys.guests(facts));
        this.guestNames = GuestMatch.likely(facts).stream()
                .flatMap(guest -> guest.value().names().stream())
                .flatMap(name -> NameLikeness.parts(NameKey.of(name)).stream())
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
            known = Terms.glosses(facts);
            glosses = known;
        }
        return known;
    }
}
