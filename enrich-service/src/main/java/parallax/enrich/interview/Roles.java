package parallax.enrich.interview;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.People.Named;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.TracedText;

/** Who of the people named is the guest, and who asks. A person mentioned is neither. */
final class Roles {

    private static final int HEAD = 1500;
    private static final double ENOUGH_FOR_GUEST = 2.5;

    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final Article article;
    private final Quoter quoter;
    private final People people;
    private final @Nullable Show show;

    /** What speaks for a person to be the guest, or to be one who asks, and the best place to quote for either. */
    private static final class Standing {
        private final Person person;
        private final Fact<Person> first;
        private int mentions;
        private double guest;
        private double host;
        private @Nullable Fact<Person> asGuest;
        private @Nullable Fact<Person> asHost;

        Standing(Person person, Fact<Person> first) {
            this.person = person;
            this.first = first;
        }
    }

    Roles(Article article, People people, @Nullable Show show, Quoter quoter) {
        this.article = article;
        this.people = people;
        this.show = show;
        this.quoter = quoter;
        fields();
        read(article.title(), 3);
        read(article.text(), 0);
    }

    /** The guest, if there is one; further guests only where the front matter says so. */
    List<Fact<Person>> guests() {
        double mentions = Math.max(
                1,
                standings.values().stream()
                        .mapToInt(standing -> standing.mentions)
                        .sum());
        Optional<Standing> best = standings.values().stream()
                .filter(standing -> score(standing, mentions) >= ENOUGH_FOR_GUEST)
                .max(Comparator.comparingDouble((Standing standing) -> score(standing, mentions))
                        .thenComparing(standing -> standing.person.id(), Comparator.reverseOrder()));
        return best.map(standing -> List.of(standing.asGuest == null ? standing.first : standing.asGuest))
                .orElse(List.of());
    }

    /** Those who ask, apart from {@code guests}. */
    List<Fact<Person>> hosts(List<Fact<Person>> guests) {
        Set<String> taken = new TreeSet<>();
        guests.forEach(guest -> taken.add(guest.value().id()));
        return standings.values().stream()
                .filter(standing -> !taken.contains(standing.person.id()))
                .filter(standing -> standing.host >= 1)
                .sorted(Comparator.comparingDouble((Standing standing) -> -standing.host)
                        .thenComparing(standing -> standing.person.id()))
                .map(standing -> standing.asHost == null ? standing.first : standing.asHost)
                .toList();
    }

    private static double score(Standing standing, double mentions) {
        return standing.guest + 3 * standing.mentions / mentions - 3 * standing.host;
    }

    private void fields() {
        for (TracedText guest : article.metadata().all(Field.GUEST)) {
            Standing standing = standing(people.called(guest.toString()), guest, 0, guest.length());
            standing.guest += 6;
        }
        for (TracedText person : article.metadata().all(Field.PERSON)) {
            Standing standing = standing(people.called(person.toString()), person, 0, person.length());
            standing.guest += 1;
        }
    }

    private void read(TracedText text, double weight) {
        String folded = Folding.fold(text.toString());
        List<Named> named = people.in(folded);
        for (Named name : named) {
            Standing standing = standing(name.person(), text, name.start(), name.end());
            standing.mentions++;
            standing.guest += standing.mentions == 1 && name.start() < HEAD ? 1 : 0;
            if (weight > 0) {
                standing.guest = Math.max(standing.guest, weight);
            }
            if (name.start() < HEAD && introducedAsGuest(folded, name)) {
                standing.guest = Math.min(6, standing.guest + 2);
                standing.asGuest = standing.asGuest == null ? fact(name, text) : standing.asGuest;
            }
            if (Cues.ASKS
                    .matcher(folded.substring(name.end(), Math.min(folded.length(), name.end() + 16)))
                    .find()) {
                asks(standing, name, text, 0.5);
            }
            if (show != null && show.hosts().contains(name.person().id())) {
                asks(standing, name, text, 2);
            }
        }
        partners(text, folded, named);
    }

    private void partners(TracedText text, String folded, List<Named> named) {
        String head = folded.substring(0, Math.min(folded.length(), HEAD));
        for (MatchResult match : Cues.PARTNERS.matcher(head).results().toList()) {
            for (int group = 1; group <= match.groupCount(); group++) {
                int start = match.start(group);
                int end = match.end(group);
                named.stream()
                        .filter(name -> name.start() >= start && name.end() <= end && start >= 0)
                        .forEach(name -> asks(standing(name.person(), text, name.start(), name.end()), name, text, 1));
            }
        }
    }

    private void asks(Standing standing, Named name, TracedText text, double weight) {
        standing.host += weight;
        standing.asHost = standing.asHost == null ? fact(name, text) : standing.asHost;
    }

    private static boolean introducedAsGuest(String folded, Named name) {
        String before = folded.substring(Math.max(0, name.start() - 30), name.start());
        String after = folded.substring(name.end(), Math.min(folded.length(), name.end() + 60));
        return Cues.BEFORE_GUEST.matcher(before).find()
                || Cues.AFTER_GUEST.matcher(after).find();
    }

    private Standing standing(Person person, TracedText text, int start, int end) {
        return standings.computeIfAbsent(
                person.id(), id -> new Standing(person, new Fact<>(person, quoter.span(text, start, end), 0.7)));
    }

    private Fact<Person> fact(Named name, TracedText text) {
        return new Fact<>(name.person(), quoter.span(text, name.start(), name.end()), 0.9);
    }
}
