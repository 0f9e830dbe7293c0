package parallax.enrich.story;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameKey;
import parallax.enrich.interview.NameLikeness;

/** An article's facts, made ready to be held against many others': all that a comparison needs of one article alone. */
public final class Profile {

    private final InterviewFacts facts;
    private final NavigableSet<String> guests;
    private final List<String> guestNames;
    private final List<String> guestSounds;
    private final Terms names;
    private final Terms words;
    private final Terms numbers;
    private final Object reading = new Object();
    private volatile @Nullable Called called;

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
}
