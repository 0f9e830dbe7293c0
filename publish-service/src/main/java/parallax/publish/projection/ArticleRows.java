package parallax.publish.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.decision.Decisions;
import parallax.publish.story.Facets;
import parallax.publish.story.OutsideArticle;

/** Writes articles. Every write is ignored if the table already has what it says, or something newer. */
@Repository
class ArticleRows {

    private final JdbcClient jdbc;
    private final ReadModelJson json;
    private final Decisions decisions;

    ArticleRows(JdbcClient jdbc, ReadModelJson json, Decisions decisions) {
        this.jdbc = jdbc;
        this.json = json;
        this.decisions = decisions;
    }

    /** Whether this changed anything. */
    boolean put(ArticleEnriched article) {
        Outside outside = outside(article);
        return jdbc.sql("""
                        insert into article (document_id, revision, changed_at, enriched_at, first_seen_at, published_at,
                                             visible, outside_hash, facets, event)
                        values (:id, :revision, :changed, :enriched, :changed, :published, :visible, :hash, :facets,
                                :event::jsonb)
                        on conflict (document_id) do update set
                            revision = excluded.revision, changed_at = excluded.changed_at,
                            enriched_at = excluded.enriched_at, published_at = excluded.published_at,
                            visible = excluded.visible, outside_hash = excluded.outside_hash,
                            facets = excluded.facets, event = excluded.event
                        where excluded.changed_at > article.changed_at
                           or (excluded.changed_at = article.changed_at and excluded.enriched_at > article.enriched_at)
                        """)
                        .param("id", article.documentId())
                        .param("revision", article.revision())
                        .param("changed", time(article.receivedAt()))
                        .param("enriched", time(article.enrichedAt()))
                        .param("published", time(article.publishedAt()))
                        .param("visible", outside.hash() != null)
                        .param("hash", outside.hash())
                        .param("facets", outside.facets())
                        .param("event", json.write(article))
                        .update()
                > 0;
    }

    /** An editor has said something of showing the article. */
    void reword(String documentId) {
        jdbc.sql("select event from article where document_id = :id and event is not null")
                .param("id", documentId)
                .query(String.class)
                .optional()
                .map(event -> outside(json.read(event, ArticleEnriched.class)))
                .ifPresent(outside -> jdbc.sql("""
                                update article set visible = :visible, outside_hash = :hash, facets = :facets
                                where document_id = :id
                                """)
                        .param("visible", outside.hash() != null)
                        .param("hash", outside.hash())
                        .param("facets", outside.facets())
                        .param("id", documentId)
                        .update());
    }

    private Outside outside(ArticleEnriched article) {
        if (!decisions.word(List.of(article.documentId())).shows(article)) {
            return new Outside(null, new String[0]);
        }
        OutsideArticle outside = OutsideArticle.full(article);
        return new Outside(json.hash(outside), Facets.of(List.of(outside)).toArray(String[]::new));
    }

    /** Forgets the text; whether this changed anything. A late older revision does not bring it back. */
    boolean withdraw(ArticleWithdrawn article) {
        return jdbc.sql("""
                        insert into article (document_id, changed_at, first_seen_at, visible)
                        values (:id, :changed, :changed, false)
                        on conflict (document_id) do update set
                            revision = null, changed_at = excluded.changed_at, enriched_at = null, published_at = null,
                            visible = false, outside_hash = null, facets = '{}', event = null
                        where excluded.changed_at >= article.changed_at and article.event is not null
                        """)
                        .param("id", article.documentId())
                        .param("changed", time(article.withdrawnAt()))
                        .update()
                > 0;
    }

    /** Those of a story's members that have arrived and are not withdrawn. */
    List<ArticleEnriched> shownIn(String storyId) {
        return jdbc.sql("""
                        select a.event from story_member m join article a using (document_id)
                        where m.story_id = :story and not m.pending and a.event is not null
                        """).param("story", storyId).query(String.class).list().stream()
                .map(event -> json.read(event, ArticleEnriched.class))
                .toList();
    }

    /** The stories that name one of the documents. */
    Set<String> storiesNaming(Collection<String> documentIds) {
        return documentIds.isEmpty()
                ? Set.of()
                : new TreeSet<>(jdbc.sql("select distinct story_id from story_member where document_id = any(:ids)")
                        .param("ids", documentIds.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** What of an article may go outside; the hash is null if nothing may. */
    @SuppressWarnings("ArrayRecordComponent") // handed through to the driver
    private record Outside(@Nullable String hash, String[] facets) {}

    /** PostgreSQL keeps microseconds and would round the rest up. */
    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
