package parallax.publish.projection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.story.Facets;
import parallax.publish.story.OutsideStory;

/** Writes stories. A version is ignored if one as high was seen. */
@Repository
class StoryRows {

    private final JdbcClient jdbc;
    private final ReadModelJson json;

    StoryRows(JdbcClient jdbc, ReadModelJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes a version in; it is pending until {@link #promote(String)}. Whether it was news. */
    boolean offer(StoryChanged story) {
        int changed = jdbc.sql("""
                        insert into story (id, version, pending, founded_at) values (:id, :version, :event::jsonb, :founded)
                        on conflict (id) do update set
                            version = excluded.version, pending = excluded.pending, founded_at = excluded.founded_at,
                            removed = false, merged_into = null
                        where excluded.version > story.version
                        """)
                .param("id", story.storyId())
                .param("version", story.version())
                .param("event", json.write(story))
                .param("founded", ArticleRows.time(story.foundedAt()))
                .update();
        if (changed == 0) {
            return false;
        }
        jdbc.sql("delete from story_member where story_id = :id and pending")
                .param("id", story.storyId())
                .update();
        List<StoryChanged.Member> members = story.members();
        jdbc.sql("""
                        insert into story_member (story_id, document_id, pending, revision)
                        select :id, document_id, true, revision from unnest(:documents, :revisions) as t(document_id, revision)
                        """)
                .param("id", story.storyId())
                .param(
                        "documents",
                        members.stream().map(StoryChanged.Member::documentId).toArray(String[]::new))
                .param(
                        "revisions",
                        members.stream().map(StoryChanged.Member::revision).toArray(String[]::new))
                .update();
        return true;
    }

    /** Takes a removal in; whether it was news. */
    boolean remove(StoryRemoved story) {
        int changed = jdbc.sql("""
                        insert into story (id, version, removed, merged_into) values (:id, :version, true, :into)
                        on conflict (id) do update set
                            version = excluded.version, removed = true, merged_into = excluded.merged_into,
                            pending = null, shown = null, shown_version = null, shown_at = null,
                            outside = null, outside_hash = null, facets = '{}'
                        where excluded.version > story.version
                        """)
                .param("id", story.storyId())
                .param("version", story.version())
                .param("into", story.mergedInto())
                .update();
        if (changed > 0) {
            jdbc.sql("delete from story_member where story_id = :id")
                    .param("id", story.storyId())
                    .update();
        }
        return changed > 0;
    }

    /** Shows the pending version if every article that it names has arrived in the revision it names; whether it did. */
    boolean promote(String storyId) {
        int promoted = jdbc.sql("""
                        update story set shown = pending, pending = null, shown_version = version,
                                         shown_at = (pending ->> 'changedAt')::timestamptz
                        where id = :id and pending is not null and not exists (
                            select 1 from story_member m left join article a using (document_id)
                            where m.story_id = :id and m.pending and a.revision is distinct from m.revision)
                        """).param("id", storyId).update();
        if (promoted > 0) {
            jdbc.sql("delete from story_member where story_id = :id and not pending")
                    .param("id", storyId)
                    .update();
            jdbc.sql("update story_member set pending = false where story_id = :id")
                    .param("id", storyId)
                    .update();
        }
        return promoted > 0;
    }

    Optional<StoryChanged> shown(String storyId) {
        return jdbc.sql("select shown from story where id = :id and shown is not null")
                .param("id", storyId)
                .query(String.class)
                .optional()
                .map(shown -> json.read(shown, StoryChanged.class));
    }

    /** Changes both the version shown and the one pending. */
    void rewrite(String storyId, UnaryOperator<StoryChanged> change) {
        for (String column : List.of("shown", "pending")) {
            jdbc.sql("select " + column + " from story where id = :id and " + column + " is not null")
                    .param("id", storyId)
                    .query(String.class)
                    .optional()
                    .map(event -> json.read(event, StoryChanged.class))
                    .ifPresent(event -> jdbc.sql("update story set " + column + " = :event::jsonb where id = :id")
                            .param("id", storyId)
                            .param("event", json.write(change.apply(event)))
                            .update());
        }
    }

    /** What outside is to see from now on; null: nothing. */
    void outside(String storyId, @Nullable OutsideStory story, @Nullable String hash, Instant cause) {
        jdbc.sql("""
                        update story set outside = :outside::jsonb, outside_hash = :hash, updated_at = :updated, caused_at = :caused,
                                         facets = :facets
                        where id = :id
                        """)
                .param("id", storyId)
                .param("outside", story == null ? null : json.write(story))
                .param("hash", hash)
                .param("caused", ArticleRows.time(cause))
                .param("updated", ArticleRows.time(story == null ? null : story.changedAt()))
                .param(
                        "facets",
                        (story == null ? List.<String>of() : Facets.of(story.articles())).toArray(String[]::new))
                .update();
    }

    /** Hashes of what outside sees and of what channels were last told, and as which version. */
    Told told(String storyId) {
        return jdbc.sql("select outside_hash, offered_hash, told_version from story where id = :id")
                .param("id", storyId)
                .query((row, n) -> new Told(row.getString(1), row.getString(2), row.getLong(3)))
                .single();
    }

    void tell(String storyId, @Nullable String hash, long version) {
        jdbc.sql("update story set offered_hash = :hash, told_version = :version where id = :id")
                .param("id", storyId)
                .param("hash", hash)
                .param("version", version)
                .update();
    }

    record Told(@Nullable String outside, @Nullable String offered, long version) {}
}
