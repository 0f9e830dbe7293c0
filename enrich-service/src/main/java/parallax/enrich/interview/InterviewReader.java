package parallax.enrich.interview;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.Mention;
import parallax.enrich.model.Logistic;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.TracedText;

/** Reads from an article what it says of the interview it covers. */
public final class InterviewReader {

    /** What the guest model weighs: the names of the values of {@link #candidates}. */
    public static final List<String> GUEST_FEATURES = Standing.FEATURES;

    private final Gazetteer gazetteer;
    private final People people;
    private final Shows shows;
    private final WordingReader wording = new WordingReader();
    private final Logistic guests = Logistic.shipped("guest", Standing.FEATURES);

    /** Reads with the names of {@code gazetteer}. */
    public InterviewReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.people = new People(gazetteer);
        this.shows = new Shows(gazetteer);
    }

    /** The facts. */
    public InterviewFacts read(Article article) {
        return read(article, gazetteer.mentions(article));
    }

    /**
     * The same.
     *
     * @param mentions in the article's text, if the gazetteer has been asked already
     */
    public InterviewFacts read(Article article, List<Mention> mentions) {
        Quoter quoter = new Quoter(article.document().id(), article.document().content());
        Head head = Head.of(article, wording, gazetteer, mentions);
        TracedText opening = head.text().subSequence(0, head.title() + head.lead());
        String folded = head.folded().substring(0, opening.length());
        Fact<Show> show = shows.read(article, quoter);
        List<Fact<String>> recordings = Recordings.read(article, quoter);
        Roles roles = new Roles(article, head, people, show == null ? null : show.value(), quoter);
        List<Fact<Person>> named = roles.people(guests);
        List<Fact<Person>> guests = named.stream()
                .filter(person -> person.confidence() >= InterviewFacts.GUEST)
                .toList();
        return new InterviewFacts(
                article.document().id(),
                article.language().startsWith("zh"),
                Cues.ANY.isIn(head.folded())
                        || !recordings.isEmpty()
                        || article.form().equals("transcript")
                        || !guests.isEmpty()
                        || article.metadata().first(Field.GUEST).isPresent(),
                named,
                roles.hosts(guests),
                show,
                Episodes.read(article, opening, folded, quoter),
                Venues.read(opening, folded, quoter),
                EventDates.read(opening, folded, article.publishedAt(), quoter),
                published(article, quoter),
                Lengths.read(opening, folded, quoter, 0.8),
                recordings,
                Quantities.read(article.text(), Folding.fold(article.text().toString()), quoter),
                head.wording());
    }

    /** For fitting: everyone named, with what the guest model sees of them. */
    public Map<Person, double[]> candidates(Article article) {
        Quoter quoter = new Quoter(article.document().id(), article.document().content());
        Fact<Show> show = shows.read(article, quoter);
        Head head = Head.of(article, wording, gazetteer, gazetteer.mentions(article));
        Roles roles = new Roles(article, head, people, show == null ? null : show.value(), quoter);
        Map<Person, double[]> features = new LinkedHashMap<>();
        roles.candidates().forEach(candidate -> features.put(candidate.standing().person, candidate.features()));
        return features;
    }

    private static @Nullable Fact<Instant> published(Article article, Quoter quoter) {
        Instant published = article.publishedAt();
        return published == null
                ? null
                : article.metadata()
                        .first(Field.PUBLISHED)
                        .map(date -> new Fact<>(published, quoter.span(date), 0.9))
                        .orElse(null);
    }
}
