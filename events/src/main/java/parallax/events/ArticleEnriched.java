package parallax.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one article says: the document normalised and annotated.
 *
 * @param documentId the document it was made from
 * @param revision the revision it was made from
 * @param source name of the source
 * @param rights what the source allows us to pass on
 * @param url where the article stands on the web, if known
 * @param title never blank
 * @param author as the document names them, if it does
 * @param outlet who published it: a site, a channel, a show
 * @param publishedAt if known; a date without a time is taken as noon UTC
 * @param language BCP 47: {@code en}, {@code zh-Hans}, {@code zh-Hant}, or {@code und}
 * @param form {@code article}, {@code summary}, {@code transcript} or {@code commentary}; more may come
 * @param labels what a reader must know: {@code machine-summary}, {@code asr-transcript}; more may come
 * @param draft never published until an editor releases it
 * @param body clean Markdown; neither menus, related-post tails, diagrams' source nor shortcodes are left in it
 * @param excerpt plain text, at most 300 characters
 * @param embeds players that the article embeds
 * @param sourceTags the tags that the document itself carries, as they stand there
 * @param entities linked entities, most salient first
 * @param topics topics of the vocabulary, best first
 * @param interview what the article says of the interview it covers, or null if it covers none
 * @param receivedAt when ingest accepted the document
 * @param enrichedAt when this was made
 * @param feed address of the feed that its source is, if it came from one whose address is not private
 */
public record ArticleEnriched(
        String documentId,
        String revision,
        String source,
        Rights rights,
        @Nullable String url,
        String title,
        @Nullable String author,
        @Nullable String outlet,
        @Nullable Instant publishedAt,
        String language,
        String form,
        List<String> labels,
        boolean draft,
        String body,
        String excerpt,
        List<Embed> embeds,
        List<String> sourceTags,
        List<Entity> entities,
        List<Topic> topics,
        @Nullable Interview interview,
        Instant receivedAt,
        Instant enrichedAt,
        @Nullable String feed)
        implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.article.enriched.v1";

    /**
     * A player that the article embeds.
     *
     * @param kind {@code youtube}, {@code spotify}, {@code apple-podcast}, {@code bilibili}; more may come
     * @param id the provider's id of the recording
     * @param url where a person can play it
     */
    public record Embed(String kind, String id, String url) {}

    /**
     * A linked entity.
     *
     * @param id stable id: of the knowledge base, else made from the name
     * @param type {@code person}, {@code organisation}, {@code product}, {@code work}, {@code place} or {@code show}
     * @param label its name in the language of the article
     * @param labels its name by language: {@code en}, {@code zh-Hans}, {@code zh-Hant}; empty in events of older releases
     * @param wikidata its id at Wikidata, where it is known
     * @param salience how likely an editor is to name it among the five that matter most, 0 to 1
     */
    public record Entity(
            String id,
            String type,
            String label,
            Map<String, String> labels,
            @Nullable String wikidata,
            double salience) {

        /** Without labels where an older release wrote none. */
        public Entity {
            labels = labels == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels));
        }
    }

    /**
     * A topic of the vocabulary.
     *
     * @param id stable id of the vocabulary
     * @param label its name in the language of the article
     * @param labels its name by language: {@code en}, {@code zh-Hans}, {@code zh-Hant}; empty in events of older releases
     * @param iptc code of the same term in the IPTC Media Topics, where there is one
     * @param score how likely an editor is to file the article under it, 0 to 1
     */
    public record Topic(
            String id,
            String label,
            Map<String, String> labels,
            @Nullable String iptc,
            double score) {

        /** Without labels where an older release wrote none. */
        public Topic {
            labels = labels == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels));
        }
    }

    /** The same with other texts: for those who may not read all of it. */
    public ArticleEnriched withText(String otherBody, String otherExcerpt) {
        return new ArticleEnriched(
                documentId,
                revision,
                source,
                rights,
                url,
                title,
                author,
                outlet,
                publishedAt,
                language,
                form,
                labels,
                draft,
                otherBody,
                otherExcerpt,
                embeds,
                sourceTags,
                entities,
                topics,
                interview,
                receivedAt,
                enrichedAt,
                feed);
    }

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.ARTICLES;
    }

    @Override
    public String key() {
        return documentId;
    }

    @Override
    public String eventId() {
        return documentId + "@" + receivedAt;
    }
}
