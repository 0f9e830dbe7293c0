package parallax.enrich.story;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Show;

/**
 * What show and hosts of two articles tell, each from 0 for nothing to 1.
 *
 * @param show how much it sets the two apart from the guest's others that they name one show
 * @param host the same of one who asks in both
 * @param strangers how sure it is that who asks in one has nothing to do with the other
 */
record Voices(double show, double host, double strangers) {

    /** Names of two scripts that hardly sound alike may still be one's: Thornbury, 索恩伯里. */
    private static final double UNTOLD = 0.4;

    static Voices of(Profile first, Profile second, Block block) {
        InterviewFacts a = first.facts();
        InterviewFacts b = second.facts();
        List<Fact<Person>> shared = shared(first, second);
        double host = shared.stream()
                .mapToDouble(person -> block.setApartByHost(person.value().id()))
                .max()
                .orElse(0);
        double show = a.show() != null && sameShow(a, b)
                ? block.setApartByShow(a.show().value().id())
                : 0;
        return new Voices(show, host, shared.isEmpty() ? strangers(first, second) : 0);
    }

    /** Those who ask in both, in both articles, in whichever script. */
    static List<Fact<Person>> shared(Profile first, Profile second) {
        return first.hosts().stream()
                .flatMap(host -> second.hosts().stream()
                        .filter(other -> host.alike(other) >= NameLikeness.SAME)
                        .flatMap(other -> Stream.of(host.fact(), other.fact())))
                .toList();
    }

    /** Of two articles that share no host: whether who asks in one has nothing to do with the other's show either, which stands for its hosts. */
    private static double strangers(Profile first, Profile second) {
        InterviewFacts a = first.facts();
        InterviewFacts b = second.facts();
        Set<String> voices = voices(a);
        Set<String> others = voices(b);
        boolean known = (a.show() != null && b.show() != null) || (!voices.isEmpty() && !others.isEmpty());
        if (!known || sameShow(a, b) || voices.stream().anyMatch(others::contains) || mayShareHost(first, second)) {
            return 0;
        }
        boolean told = (known(a) && known(b))
                || (a.chinese() == b.chinese() && inOneScript(a.show(), b.show()))
                || haveOtherHosts(first, second);
        return Math.min(sureOfVoices(a), sureOfVoices(b)) * (told ? 1 : UNTOLD);
    }

    /** Whether one who asks in one may be one who asks in the other, less surely than {@link #shared} wants. */
    private static boolean mayShareHost(Profile first, Profile second) {
        return first.hosts().stream()
                .anyMatch(host -> second.hosts().stream().anyMatch(other -> host.alike(other) >= GuestMatch.ALIKE));
    }

    /** Whether neither the first nor the last names of those who ask sound alike. */
    private static boolean haveOtherHosts(Profile first, Profile second) {
        return !first.hosts().isEmpty()
                && !second.hosts().isEmpty()
                && first.hosts().stream().allMatch(host -> second.hosts().stream()
                        .allMatch(other -> NameLikeness.apart(host.key(), other.key())));
    }

    private static boolean inOneScript(@Nullable Fact<Show> one, @Nullable Fact<Show> other) {
        return one == null || other == null || isHan(one.value()) == isHan(other.value());
    }

    private static boolean isHan(Show show) {
        return show.name().codePoints().anyMatch(Character::isIdeographic);
    }

    /** Whether its show, or one who asks, is in the gazetteer, which has their names in every script. */
    private static boolean known(InterviewFacts facts) {
        return (facts.show() != null && !facts.show().value().hosts().isEmpty())
                || facts.hosts().stream().anyMatch(host -> host.value().known());
    }

    private static Set<String> voices(InterviewFacts facts) {
        Set<String> voices = new TreeSet<>();
        facts.hosts().forEach(host -> voices.add(host.value().id()));
        if (facts.show() != null) {
            voices.addAll(facts.show().value().hosts());
        }
        return voices;
    }

    private static double sureOfVoices(InterviewFacts facts) {
        return facts.show() != null
                ? facts.show().confidence()
                : facts.hosts().stream().mapToDouble(Fact::confidence).max().orElse(0);
    }

    private static boolean sameShow(InterviewFacts a, InterviewFacts b) {
        return a.show() != null
                && b.show() != null
                && a.show().value().id().equals(b.show().value().id());
    }
}
