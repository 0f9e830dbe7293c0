package parallax.enrich.interview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.TracedText;

/** Reads from an article what it says of the interview it covers. */
public final class InterviewReader {

    private static final int HEAD = 1500;

    private final People people;
    private final Shows shows;

    /** Reads with the names of {@code gazetteer}. */
    public InterviewReader(Gazetteer gazetteer) {
        this.people = new People(gazetteer);
        this.shows = new Shows(gazetteer);
    }

    /** The facts; without guests if the article covers no interview. */
    public InterviewFacts read(Article article) {
        Quoter quoter = new Quoter(article.document().id(), article.document().content());
        TracedText head = head(article);
        String folded = Folding.fold(head.toString());
        Fact<Show> show = shows.read(article, quoter);
        List<Fact<String>> recordings = Recordings.read(article, quoter);
        boolean covers = Cues.ANY.matcher(folded).find() || !recordings.isEmpty();
        Roles roles = new Roles(article, people, show == null ? null : show.value(), quoter);
        List<Fact<Person>> guests = covers ? roles.guests() : List.of();
        Instant published = article.publishedAt();
        return new InterviewFacts(
                article.document().id(),
                guests,
                guests.isEmpty() ? List.of() : roles.hosts(guests),
                guests.isEmpty() ? null : show,
                EventDates.read(head, folded, published, quoter, 0.8),
                published(article, quoter),
                Lengths.read(head, folded, quoter, 0.8),
                recordings,
                Quantities.read(article.text(), Folding.fold(article.text().toString()), quoter));
    }

    /** Where an article says what it is about. */
    private static TracedText head(Article article) {
        List<TracedText> parts = new ArrayList<>(List.of(article.title()));
        parts.addAll(article.metadata().all(Field.SUMMARY));
        parts.add(article.text().subSequence(0, Math.min(HEAD, article.text().length())));
        return TracedText.lines(parts);
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
