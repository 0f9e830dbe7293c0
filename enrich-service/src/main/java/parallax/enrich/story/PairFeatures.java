package parallax.enrich.story;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameKey;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Wording;

/** What the pair model weighs of two articles. */
final class PairFeatures {

    /** Their names, in the order of {@link #of}. */
    static final List<String> NAMES = List.of(
            "guest",
            "both",
            "fame",
            "no-guest",
            "conflict",
            "rivals",
            "people",
            "names",
            "names-per",
            "words",
            "words-per",
            "numbers",
            "numbers-per",
            "glosses",
            "glosses-per",
            "order",
            "latin-quotes",
            "latin-quotes-count",
            "han-quotes",
            "han-quotes-count",
            "unmet",
            "languages",
            "host",
            "show",
            "other-show",
            "same-length",
            "other-length",
            "same-episode",
            "other-episode",
            "near",
            "far",
            "undated",
            "foretold",
            "same-day",
            "other-day",
            "other-recording",
            "after",
            "recording",
            "famous");

    /** The share of phrases that two texts about different things have in common. */
    private static final double COMMON_LATIN = 0.03;

    private static final double COMMON_HAN = 0.004;

    /** More than this many phrases beyond that are no more proof: they may be what an outlet puts under everything. */
    private static final double ENOUGH_HAN = 8;

    /** Fitted apart, order weighs half as much where no guest is known to be common. */
    private static final double WITHOUT_GUEST = 0.5;

    /** Where this share of names and numbers agrees, no form was filled in again. */
    private static final double NO_FORM = 1 / 3.0;

    /** So many that a show with as many has a number of its own for each. */
    private static final int MANY_EPISODES = 100;

    private PairFeatures() {}

    static double[] of(Profile first, Profile second, GuestMatch guest, Overlaps overlaps, Block block) {
        Overlap names = overlaps.names();
        Overlap words = overlaps.words();
        Overlap numbers = overlaps.numbers();
        Overlap glosses = overlaps.glosses();
        InterviewFacts a = first.facts();
        InterviewFacts b = second.facts();
        Wording one = a.wording();
        Wording other = b.wording();
        double agreement = Copies.agreement(overlaps);
        boolean english = !a.chinese() && !b.chinese();
        int latin = one.latinPhrases().shared(other.latinPhrases());
        int latinLess = Math.min(one.latinPhrases().size(), other.latinPhrases().size());
        double latinSaid = english ? Copies.said(latin, latinLess, agreement) : latin;
        int hanLess = Math.min(one.hanPhrases().size(), other.hanPhrases().size());
        int han = one.hanPhrases().shared(other.hanPhrases());
        double hanSaid = a.chinese() && b.chinese() ? Copies.said(han, hanLess, agreement) : han;
        double meant = glosses.damped() > 0 ? Copies.inEarnest(glosses.found(), glosses.size(), agreement) : 1;
        Voices voices = Voices.of(first, second, block);
        Timing timing = Timing.of(a, b);
        double matched = guest.isMatch() ? 1 : 0;
        // any two conversations may be of one length, or of one day
        double unopposed = (1 - guest.conflict()) * (1 - voices.strangers());
        return new double[] {
            guest.best(),
            guest.both(),
            guest.isMatch() ? Math.log(Math.max(1, block.size())) : 0,
            guest.isMatch() ? 0 : 1,
            guest.conflict(),
            guest.isMatch() ? guest.rivals() : 0,
            guest.isMatch() ? 0 : Math.log1p(sharedPeople(a, b).size() / 2.0),
            names.damped(),
            names.perTrial(),
            words.damped(),
            words.perTrial(),
            numbers.damped(),
            numbers.perTrial(),
            meant * glosses.damped(),
            meant * glosses.perTrial(),
            (guest.isMatch() ? 1 : WITHOUT_GUEST) * order(overlaps, agreement),
            latinSaid / (latinLess + 6.0),
            Math.log1p(Math.max(0, latinSaid - COMMON_LATIN * latinLess)),
            hanSaid / (hanLess + 30.0),
            Math.log1p(Math.min(ENOUGH_HAN, Math.max(0, hanSaid - COMMON_HAN * hanLess))),
            unmet(a, b, latin, latinLess),
            a.chinese() == b.chinese() ? 0 : 1,
            matched * Math.max(0, voices.host() - voices.show()), // a show stands for its hosts
            matched * voices.show(),
            matched * voices.strangers(),
            unopposed * lengths(a, b, true),
            lengths(a, b, false),
            unopposed * episodes(a, b, true),
            episodes(a, b, false),
            matched * timing.near(),
            timing.far(),
            timing.undated(),
            timing.foretold(),
            unopposed * timing.sameDay(),
            timing.otherDay(),
            timing.otherRecording(),
            matched * timing.soonAfter(),
            recording(a, b) ? 1 : 0,
            guest.first() != null && guest.isMatch() && guest.first().value().known() ? 1 : 0
        };
    }

    /** A form that is filled in again has its order too: what agrees of names and numbers says how far it is the story's own. */
    private static double order(Overlaps overlaps, double agreement) {
        double own = Math.min(1, agreement / NO_FORM);
        if (!overlaps.areAll()) {
            return own > 0 ? Double.NaN : 0;
        }
        double order = Order.of(Stream.of(overlaps.names(), overlaps.words(), overlaps.glosses())
                .flatMap(overlap -> overlap.places().stream())
                .toList());
        return order > 0 ? own * order : order;
    }

    /** Two long English texts of one conversation share wording; how much of that is missing. */
    private static double unmet(InterviewFacts a, InterviewFacts b, int shared, int less) {
        if (a.chinese() || b.chinese() || less < 1000) {
            return 0;
        }
        return 1 - Math.min(1, shared / (less * 0.15));
    }

    /** Those in no gazetteer whom both name, in both articles. */
    static List<Fact<Person>> sharedPeople(InterviewFacts a, InterviewFacts b) {
        Map<String, Fact<Person>> others = new TreeMap<>();
        b.people().forEach(person -> others.put(NameKey.of(person.value()), person));
        return a.people().stream()
                .filter(person -> !person.value().known() && others.containsKey(NameKey.of(person.value())))
                .flatMap(person -> Stream.of(person, Objects.requireNonNull(others.get(NameKey.of(person.value())))))
                .toList();
    }

    private static double lengths(InterviewFacts a, InterviewFacts b, boolean same) {
        if (a.minutes() == null || b.minutes() == null) {
            return 0;
        }
        double longer = Math.max(a.minutes().value(), b.minutes().value());
        double ratio = longer / Math.min(a.minutes().value(), b.minutes().value());
        return same ? (ratio <= 1.15 ? 1 : 0) : (ratio > 1.6 ? 1 : 0);
    }

    /** Both say which episode it was; a number that few shows have reached says more where it is the same. */
    private static double episodes(InterviewFacts a, InterviewFacts b, boolean same) {
        Fact<Integer> one = a.episode();
        Fact<Integer> other = b.episode();
        if (one == null || other == null || one.value().equals(other.value()) != same) {
            return 0;
        }
        double rare = same ? Math.min(1, Math.log1p(one.value()) / Math.log1p(MANY_EPISODES)) : 1;
        return rare * Math.min(one.confidence(), other.confidence());
    }

    private static boolean recording(InterviewFacts a, InterviewFacts b) {
        return a.recordings().stream()
                .map(Fact::value)
                .anyMatch(id -> b.recordings().stream().map(Fact::value).anyMatch(id::equals));
    }
}
