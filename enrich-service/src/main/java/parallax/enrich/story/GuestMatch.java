package parallax.enrich.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;

/**
 * The guests of two articles held against each other.
 *
 * @param both how sure it is that one person is the guest of both, 0 to 1
 * @param named how sure it is that the guest of one is at least named by the other, 0 to 1
 * @param conflict how sure it is that each has a guest of whom the other says nothing, 0 to 1
 * @param rivals how sure it is that each has a guest who is not the other's, named there or not, 0 to 1
 * @param first the person as the first article names them, if there is one
 * @param second the same in the second
 */
record GuestMatch(
        double both,
        double named,
        double conflict,
        double rivals,
        @Nullable Fact<Person> first,
        @Nullable Fact<Person> second) {

    private static final double LIKELY = 0.05;
    private static final double POSSIBLE = 0.2;

    /** Two names at least this alike may be one person's. */
    static final double ALIKE = 0.6;

    private static final double MATCHED = 0.3;
    private static final int MOST = 5;
    private static final double BY_SURNAME = 0.7;

    static GuestMatch of(Profile one, Profile two) {
        List<Named> a = one.people();
        List<Named> b = two.people();
        double both = 0;
        Fact<Person> first = null;
        Fact<Person> second = null;
        List<Named> likelyA = one.likelyGuests();
        List<Named> likelyB = two.likelyGuests();
        for (Named guest : likelyA) {
            for (Named other : likelyB) {
                double alike = guest.alike(other);
                double sure = alike < ALIKE ? 0 : Math.sqrt(guest.confidence() * other.confidence()) * alike;
                if (sure > both) {
                    both = sure;
                    first = guest.fact();
                    second = other.fact();
                }
            }
        }
        double named = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                double guest = Math.max(guest(likelyA, i), guest(likelyB, j));
                if (guest >= POSSIBLE && guest > named) {
                    Named person = a.get(i);
                    Named other = b.get(j);
                    double alike = person.alike(other);
                    if (alike >= ALIKE && guest * alike > named) {
                        named = guest * alike;
                        if (both < MATCHED) {
                            first = person.fact();
                            second = other.fact();
                        }
                    }
                }
            }
        }
        for (Named guest : likelyA) {
            named = Math.max(named, bySurname(guest, two));
        }
        for (Named guest : likelyB) {
            named = Math.max(named, bySurname(guest, one));
        }
        double surest = Math.min(surest(a), surest(b));
        boolean matched = both >= MATCHED || named >= 0.5;
        return new GuestMatch(
                both,
                named,
                matched ? 0 : surest * (1 - Math.max(both, named)),
                Math.min(onlyHere(likelyA, likelyB), onlyHere(likelyB, likelyA)),
                first,
                second);
    }

    /** How sure it is that an article names {@code guest} by a rare surname alone, in either script: nobody else of that name is in it. */
    private static double bySurname(Named guest, Profile other) {
        List<String> parts = NameLikeness.parts(guest.key());
        if (parts.size() < 2) {
            return 0;
        }
        String named = other.surname(parts.get(parts.size() - 1));
        boolean alone = named != null
                && other.people().stream()
                        .noneMatch(person -> NameLikeness.parts(person.key()).contains(named));
        return alone ? guest.confidence() * BY_SURNAME : 0;
    }

    /** How sure it is that the surest guest of one is none of the other's. */
    private static double onlyHere(List<Named> some, List<Named> others) {
        if (some.isEmpty()) {
            return 0;
        }
        double there = 0;
        for (Named other : others) {
            if (other.confidence() > there && some.get(0).alike(other) >= ALIKE) {
                there = other.confidence();
            }
        }
        return some.get(0).confidence() * (1 - there);
    }

    /** The likelier of the two. */
    double best() {
        return Math.max(both, named);
    }

    boolean isMatch() {
        return best() >= MATCHED;
    }

    /** Those of {@code people}, the likeliest first, who may be guests. */
    static List<Named> likely(List<Named> people) {
        return people.stream()
                .filter(person -> person.confidence() >= LIKELY)
                .limit(MOST)
                .toList();
    }

    /** The likely guests are the first of the people named. */
    private static double guest(List<Named> likely, int place) {
        return place < likely.size() ? likely.get(place).confidence() : 0;
    }

    private static double surest(List<Named> people) {
        return people.isEmpty() ? 0 : people.get(0).confidence();
    }
}
