package parallax.enrich.article;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.enrich.annotate.EntityLinker;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.Mention;
import parallax.enrich.annotate.TopicTagger;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.InterviewReader;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.normalize.Normalizer;
import parallax.enrich.story.MergedInterview;
import parallax.enrich.text.TracedText;
import parallax.events.ArticleEnriched;
import parallax.events.DocumentReceived;
import parallax.events.Provenance;

/** Document to enriched article: all that can be said of one document alone. Safe for threads. */
public final class Annotator {

    private final Gazetteer gazetteer = new Gazetteer();
    private final EntityLinker entities = new EntityLinker(gazetteer);
    private final TopicTagger topics = new TopicTagger();
    private final InterviewReader interviews = new InterviewReader(gazetteer);
    private final Clock clock;

    /** Annotates with the tables shipped with the release. */
    public Annotator(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was made of a document.
     *
     * @param article for everyone
     * @param facts for the matching
     */
    public record Annotated(ArticleEnriched article, InterviewFacts facts) {}

    /** Annotates one document. */
    public Annotated annotate(DocumentReceived document) {
        Article article = Normalizer.normalize(document);
        List<Mention> mentions = gazetteer.mentions(article); // for guests and entities
        InterviewFacts facts = interviews.read(article, mentions);
        return new Annotated(event(article, facts, mentions), facts);
    }

    private ArticleEnriched event(Article article, InterviewFacts facts, List<Mention> mentions) {
        DocumentReceived document = article.document();
        return new ArticleEnriched(
                document.id(),
                document.revision(),
                document.source(),
                document.rights(),
                article.url(),
                article.title().toString(),
                article.metadata().first(Field.AUTHOR).map(TracedText::toString).orElse(null),
                outlet(article.url(), document.source()),
                article.publishedAt(),
                article.language(),
                article.form(),
                article.labels(),
                article.draft(),
                article.markdown(),
                article.excerpt(),
                article.embeds(),
                article.metadata().all(Field.TAG).stream()
                        .map(TracedText::toString)
                        .distinct()
                        .toList(),
                entities.link(article, mentions),
                topics.tag(article),
                MergedInterview.of(List.of(facts)),
                document.receivedAt(),
                clock.instant(),
                feed(document));
    }

    /** Of the source whose text it is. */
    private static @Nullable String feed(DocumentReceived document) {
        return document.provenance().stream()
                .filter(delivery -> delivery.source().equals(document.source()) && delivery.feed() != null)
                .map(Provenance::feed)
                .findFirst()
                .orElse(null);
    }

    private static String outlet(@Nullable String url, String source) {
        try {
            String host = url == null ? null : URI.create(url).getHost();
            return host == null ? source : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return source; // what stands in the document's header need be no URL
        }
    }
}
