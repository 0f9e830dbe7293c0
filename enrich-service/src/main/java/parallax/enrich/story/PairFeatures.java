package parallax.enrich.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameKey;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Show;
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

    /** Names of two scripts that do not sound alike may still be one's: Thornbury, 索恩伯里. */
    private static final double UNTOLD = 0.4;

    private static final double SOON = 14;
    private static final double LATE = 45;

    private PairFeatures() {}

    static double[] of(Profile first, Profile second, GuestMatch guest, Block block) {
        Overlap names = Overlap.of(Overlap.Kind.NAMES, first, second, block);
        Overlap words = Overlap.of(Overlap.Kind.WORDS, first, second, block);
        Overlap numbers = Overlap.of(Overlap.Kind.NUMBERS, first, second, block);
        InterviewFacts a = first.facts();
        InterviewFacts b = second.facts();
        Wording one = a.wording();
        Wording other = b.wording();
        double agreement = Copies.agreement(names, numbers);
        boolean english = !a.chinese() && !b.chinese();
        int latin = one.latinPhrases().shared(other.latinPhrases());
        int latinLess = Math.min(one.latinPhrases().size(), other.latinPhrases().size());
        double latinSaid = english ? Copies.said(latin, latinLess, agreement) : latin;
        int hanLess = Math.min(one.hanPhrases().size(), other.hanPhrases().size());
        int han = one.hanPhrases().shared(other.hanPhrases());
        double hanSaid = a.chinese() && b.chinese() ? Copies.said(han, hanLess, agreement) : han;
        List<Fact<Person>> hosts = sharedHosts(a, b);
        double show = show(a, b, block);
        double[] dates = dates(a, b);
        double matched = guest.isMatch() ? 1 : 0;
        double strangers = hosts.isEmpty() ? strangers(a, b) : 0;
        // any two conversations may be of one length, or of one day
        double unopposed = (1 - guest.conflict()) * (1 - strangers);
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
            latinSaid / (latinLess + 6.0),
            Math.log1p(Math.max(0, latinSaid - COMMON_LATIN * latinLess)),
            hanSaid / (hanLess + 30.0),
            Math.log1p(Math.min(ENOUGH_HAN, Math.max(0, hanSaid - COMMON_HAN * hanLess))),
            unmet(a, b, latin, latinLess),
            a.chinese() == b.chinese() ? 0 : 1,
            matched * Math.max(0, host(hosts, block) - show), // a show stands for its hosts
            matched * show,
            matched * strangers,
            unopposed * lengths(a, b, true),
            lengths(a, b, false),
            matched * dates[0],
            dates[1],
            dates[2],
            dates[3],
            unopposed * dates[4],
            dates[5],
            dates[6],
            matched * dates[7],
            recording(a, b) ? 1 : 0,
            guest.first() != null && guest.isMatch() && guest.first().value().known() ? 1 : 0
        };
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

    /** Those who ask in both, in both articles, in whichever script. */
    static List<Fact<Person>> sharedHosts(InterviewFacts a, InterviewFacts b) {
        return a.hosts().stream()
                .flatMap(host -> b.hosts().stream()
                        .filter(other -> GuestMatch.alike(host.value(), other.value()) >= NameLikeness.SAME)
                        .flatMap(other -> Stream.of(host, other)))
                .toList();
    }

    private static double host(List<Fact<Person>> shared, Block block) {
        return shared.stream()
                .mapToDouble(host -> block.setApartByHost(host.value().id()))
                .max()
                .orElse(0);
    }

    private static double show(InterviewFacts a, InterviewFacts b, Block block) {
        return a.show() != null && sameShow(a, b)
                ? block.setApartByShow(a.show().value().id())
                : 0;
    }

    /** Of two articles that share no host: whether who asks in one has nothing to do with the other's show either, which stands for its hosts. */
    private static double strangers(InterviewFacts a, InterviewFacts b) {
        Set<String> voices = voices(a);
        Set<String> others = voices(b);
        boolean known = (a.show() != null && b.show() != null) || (!voices.isEmpty() && !others.isEmpty());
        if (!known || sameShow(a, b) || voices.stream().anyMatch(others::contains) || mayShareHost(a, b)) {
            return 0;
        }
        boolean told = (known(a) && known(b)) || (a.chinese() == b.chinese() && inOneScript(a.show(), b.show()));
        return Math.min(sureOfVoices(a), sureOfVoices(b)) * (told ? 1 : UNTOLD);
    }

    /** Whether one who asks in one may be one who asks in the other, less surely than {@link #sharedHosts} wants. */
    private static boolean mayShareHost(InterviewFacts a, InterviewFacts b) {
        return a.hosts().stream().anyMatch(host -> b.hosts().stream()
                .anyMatch(other -> GuestMatch.alike(host.value(), other.value()) >= GuestMatch.ALIKE));
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

    private static double lengths(InterviewFacts a, InterviewFacts b, boolean same) {
        if (a.minutes() == null || b.minutes() == null) {
            return 0;
        }
        double longer = Math.max(a.minutes().value(), b.minutes().value());
        double ratio = longer / Math.min(a.minutes().value(), b.minutes().value());
        return same ? (ratio <= 1.15 ? 1 : 0) : (ratio > 1.6 ? 1 : 0);
    }

    /** Days between the publication of two articles that say when they were published. */
    static long daysApart(InterviewFacts a, InterviewFacts b) {
        return a.published() == null || b.published() == null
                ? Long.MAX_VALUE
                : Duration.between(a.published().value(), b.published().value())
                        .abs()
                        .toDays();
    }

    private static double[] dates(InterviewFacts a, InterviewFacts b) {
        double[] dates = new double[8];
        long days = daysApart(a, b);
        if (days == Long.MAX_VALUE) {
            dates[2] = 1;
        } else {
            dates[0] = Math.max(0, 1 - days / SOON);
            dates[1] = Math.min(1, Math.max(0, days - LATE) / LATE);
        }
        dates[3] = TimeSignals.foretold(a, b) ? 1 : 0;
        if (a.held() != null && b.held() != null) {
            dates[4] = TimeSignals.oneDay(a.held(), b.held());
            dates[5] = TimeSignals.otherDay(a.held(), b.held()) ? 1 : 0;
            dates[6] = TimeSignals.otherRecording(a.held(), b.held()) ? 1 : 0;
        } else {
            dates[7] = TimeSignals.soonAfter(a, b);
        }
        return dates;
    }

    private static boolean recording(InterviewFacts a, InterviewFacts b) {
        return a.recordings().stream()
                .map(Fact::value)
                .anyMatch(id -> b.recordings().stream().map(Fact::value).anyMatch(id::equals));
    }
}
