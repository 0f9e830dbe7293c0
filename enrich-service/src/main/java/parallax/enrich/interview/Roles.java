package parallax.enrich.interview;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.People.Named;
import parallax.enrich.interview.Speakers.Speaker;
import parallax.enrich.model.Logistic;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** Who of the people named is the guest, and who asks. A person mentioned is neither. */
final class Roles {

    private static final int CUES_WITHIN = 3000;
    private static final int MOST_PEOPLE = 40;
    private static final int MOST_HOSTS = 4;

    /** What the text says outright counts half of what a field says. */
    private static final double SAID_IN_TEXT = 0.5;

    private final Map<String, Standing> standings = new LinkedHashMap<>();
    private final Article article;
    private final Head head;
    private final Quoter quoter;
    private final People people;
    private final @Nullable Show show;

    Roles(Article article, Head head, People people, @Nullable Show show, Quoter quoter) {
        this.article = article;
        this.head = head;
        this.people = people;
        this.show = show;
        this.quoter = quoter;
        List<Named> named = people.in(head);
        named.forEach(this::named);
        NamesInShort.in(head, named).forEach(this::named);
        partners(named);
        Speakers.in(head.folded()).forEach(this::speaks);
        field(Field.GUEST, (standing, weight) -> standing.guestField = Math.max(standing.guestField, weight));
        field(Field.PERSON, (standing, weight) -> standing.peopleField = Math.max(standing.peopleField, weight));
        field(Field.HOST, (standing, weight) -> standing.hostField = Math.max(standing.hostField, weight));
        field(Field.AUTHOR, (standing, weight) -> standing.authorField = Math.max(standing.authorField, weight));
    }

    /** A person with what the guest model sees of them. */
    @SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
    record Candidate(Standing standing, double[] features) {}

    List<Candidate> candidates() {
        int most = standings.values().stream().mapToInt(s -> s.mentions).max().orElse(0);
        int all = standings.values().stream().mapToInt(s -> s.mentions).sum();
        return standings.values().stream()
                .map(standing -> new Candidate(standing, standing.features(most, all)))
                .toList();
    }

    /** Everyone named, the likeliest guest first; confidence is the probability of being a guest. */
    List<Fact<Person>> people(Logistic model) {
        return candidates().stream()
                .map(candidate -> {
                    Standing standing = candidate.standing();
                    Fact<Person> where = standing.asGuest == null ? standing.first : standing.asGuest;
                    double probability = Math.round(model.probability(candidate.features()) * 1000) / 1000.0;
                    return Map.entry(new Fact<>(standing.person, where.span(), probability), standing.mentions);
                })
                .sorted(Comparator.comparingDouble((Map.Entry<Fact<Person>, Integer> one) ->
                                -one.getKey().confidence())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(one -> one.getKey().value().id()))
                .limit(MOST_PEOPLE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those who ask, apart from {@code guests}. */
    List<Fact<Person>> hosts(List<Fact<Person>> guests) {
        List<String> taken = guests.stream().map(guest -> guest.value().id()).toList();
        return standings.values().stream()
                .filter(standing -> !taken.contains(standing.person.id()) && standing.asksRather())
                .sorted(Comparator.comparingInt((Standing standing) -> -standing.mentions - standing.turns)
                        .thenComparing(standing -> standing.person.id()))
                .limit(MOST_HOSTS)
                .map(standing -> standing.asHost == null ? standing.first : standing.asHost)
                .toList();
    }

    private void named(Named name) {
        Standing standing = standing(name.person(), head.text(), name.start(), name.end());
        standing.mentions++;
        standing.position = Math.min(standing.position, name.start());
        standing.inTitle += name.start() < head.title() ? 1 : 0;
        standing.inHead += name.start() < head.title() + head.lead() ? 1 : 0;
        standing.hostsShow |=
                show != null && show.hosts().contains(name.person().id());
        if (name.start() < head.title() + head.lead() + CUES_WITHIN) {
            cues(standing, name);
        }
    }

    private void cues(Standing standing, Named name) {
        String folded = head.folded();
        String before = Cues.before(folded, name.start());
        String after = Cues.after(folded, name.end());
        if (Cues.BEFORE_GUEST.isIn(before)) {
            standing.introduced++;
            standing.asGuest = standing.asGuest == null ? fact(name) : standing.asGuest;
        }
        if (Cues.AFTER_GUEST.matcher(after).lookingAt()) {
            standing.presented++;
            standing.asGuest = standing.asGuest == null ? fact(name) : standing.asGuest;
        }
        standing.quoted += Cues.SAYS.matcher(after).lookingAt() ? 1 : 0;
        boolean inOffice = Cues.OFFICE_BEFORE.isIn(before)
                || Cues.OFFICE_AFTER.matcher(after).lookingAt();
        standing.inOffice += inOffice ? 1 : 0;
        if (Cues.BEFORE_HOST.isIn(before)) {
            standing.hosted++;
            standing.asked += Cues.BESIDE.matcher(before).find() ? 0 : 1;
            standing.asHost = standing.asHost == null ? fact(name) : standing.asHost;
        }
        if (Cues.HOST_OUTRIGHT.isIn(before)) {
            standing.hostField = Math.max(standing.hostField, SAID_IN_TEXT);
        }
        if (Cues.AFTER_HOST.matcher(after).lookingAt()) {
            standing.hosting++;
            standing.asHost = standing.asHost == null ? fact(name) : standing.asHost;
        }
    }

    /** Those in "he spoke with A and B about": they asked, unless something else says that they are the guests. */
    private void partners(List<Named> named) {
        String opening = head.folded().substring(0, head.title() + head.lead());
        Seeker.Search search = Cues.PARTNERS.in(opening);
        while (search.find()) {
            MatchResult match = search.match();
            for (int group = 1; group <= match.groupCount(); group++) {
                boolean interviewer = group != Cues.EITHER;
                int start = match.start(group);
                int end = match.end(group);
                named.stream()
                        .filter(name -> start >= 0 && name.start() >= start && name.end() <= end)
                        .forEach(name -> {
                            Standing standing = standing(name.person(), head.text(), name.start(), name.end());
                            standing.partner = true;
                            standing.interviewer |= interviewer;
                            standing.asHost = standing.asHost == null ? fact(name) : standing.asHost;
                        });
            }
        }
    }

    /** A single name goes to the person of that first name who is named most. */
    private void speaks(Speaker speaker) {
        String name = speaker.name().toLowerCase(Locale.ROOT);
        Optional<Standing> known = standings.values().stream()
                .filter(standing -> {
                    List<String> parts = NameLikeness.parts(NameKey.of(standing.person));
                    return NameKey.of(standing.person).equals(name)
                            || (!parts.isEmpty() && parts.get(0).equals(name));
                })
                .max(Comparator.comparingInt((Standing standing) -> standing.mentions)
                        .thenComparing(standing -> standing.person.id(), Comparator.reverseOrder()));
        int at = Math.max(0, head.folded().indexOf(speaker.name()));
        Standing standing = known.orElseGet(() -> standing(
                people.called(speaker.name()),
                head.text(),
                at,
                at + speaker.name().length()));
        standing.turns += speaker.turns();
        standing.questions += speaker.questions();
        standing.speaks += speaker.share();
    }

    private void field(Field field, BiConsumer<Standing, Double> take) {
        int nth = 0;
        for (TracedText value : article.metadata().all(field)) {
            for (TracedText part : PersonField.names(value)) {
                Person person = people.called(part.toString());
                take.accept(standing(person, part, 0, part.length()), 1.0 / ++nth);
            }
        }
    }

    private Standing standing(Person person, TracedText text, int start, int end) {
        Standing standing = standings.computeIfAbsent(
                person.id(), id -> new Standing(person, new Fact<>(person, quoter.span(text, start, end), 0.7)));
        if (!person.aliases().isEmpty()) {
            standing.person = standing.person.alsoCalled(person.aliases());
        }
        return standing;
    }

    private Fact<Person> fact(Named name) {
        return new Fact<>(name.person(), quoter.span(head.text(), name.start(), name.end()), 0.9);
    }
}
