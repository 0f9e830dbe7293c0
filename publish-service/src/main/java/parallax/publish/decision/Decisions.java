package parallax.publish.decision;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.events.EditorDecided;
import parallax.publish.catalog.Cursor;
import parallax.publish.catalog.DatabaseLock;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.story.EditorsWord;

/** The decisions that have arrived. Each is kept; what stands of them is worked out when it is asked for. */
@Repository
public class Decisions {

    private static final String SHOWING = "('HOLD', 'RELEASE', 'LEAD', 'NO_LEAD')";

    private final JdbcClient jdbc;
    private final ReadModelJson json;

    Decisions(JdbcClient jdbc, ReadModelJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether it was news. */
    public boolean put(EditorDecided decision) {
        return jdbc.sql("""
                        insert into decision (id, decided_at, verdict, story_id, documents, others, event)
                        values (:id, :at, :verdict, :story, :documents, :others, :event::jsonb) on conflict do nothing
                        """)
                        .param("id", decision.decisionId())
                        .param("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
                        .param("verdict", decision.verdict().name())
                        .param("story", decision.storyId())
                        .param("documents", decision.documents().toArray(String[]::new))
                        .param("others", decision.others().toArray(String[]::new))
                        .param("event", json.write(decision))
                        .update()
                > 0;
    }

    /** One at a time decides, until the transaction ends: what was checked still holds when it is written. */
    public void lock() {
        DatabaseLock.DECISIONS.take(jdbc);
    }

    /** When the last decision was made. */
    public Instant latest() {
        return jdbc.sql("select max(decided_at) from decision")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** What stands about showing the articles. */
    public EditorsWord word(Collection<String> documentIds) {
        return documentIds.isEmpty()
                ? EditorsWord.NONE
                : EditorsWord.of(jdbc
                        .sql("select event from decision where verdict in " + SHOWING
                                + " and documents && cast(:ids as text[])")
                        .param("ids", documentIds.toArray(String[]::new))
                        .query(String.class)
                        .list()
                        .stream()
                        .map(this::read)
                        .toList());
    }

    /** All that was said of which articles belong together, of these and of all that they were said to belong with. */
    public List<EditorDecided> grouping(Collection<String> documentIds) {
        Set<String> documents = new TreeSet<>(documentIds);
        Map<String, EditorDecided> found = new LinkedHashMap<>();
        int before;
        do {
            before = documents.size();
            jdbc.sql("select event from decision where verdict not in " + SHOWING
                            + " and (documents && cast(:ids as text[]) or others && cast(:ids as text[]))")
                    .param("ids", documents.toArray(String[]::new))
                    .query(String.class)
                    .list()
                    .forEach(event -> found.put(read(event).decisionId(), read(event)));
            found.values().stream()
                    .filter(decision -> decision.verdict().joins())
                    .flatMap(decision -> Stream.concat(decision.documents().stream(), decision.others().stream()))
                    .forEach(documents::add);
        } while (documents.size() > before);
        return found.values().stream().sorted(EditorsWord.BY_TIME).toList();
    }

    /** How often it was decided what of the story is shown. */
    public long countShowing(String storyId) {
        return jdbc.sql("select count(*) from decision where story_id = :id and verdict in " + SHOWING)
                .param("id", storyId)
                .query(Long.class)
                .single();
    }

    /** How many articles are held. */
    public long countHeld() {
        return jdbc.sql("""
                        select count(*) from (
                            select distinct on (document) verdict from decision, unnest(documents) document
                            where verdict in ('HOLD', 'RELEASE') order by document, decided_at desc, id desc) last
                        where verdict = 'HOLD'
                        """).query(Long.class).single();
    }

    /** Newest first; only those about {@code document}, if it is not null. */
    public Page<EditorDecided> list(PageRequest asked, @Nullable String document) {
        List<EditorDecided> found = jdbc
                .sql("""
                        select event from decision
                        where (decided_at, id) < (:time, :id)
                          and (cast(:document as text) is null or documents @> array[cast(:document as text)] or others @> array[cast(:document as text)])
                        order by decided_at desc, id desc limit :limit
                        """)
                .param("time", asked.after().time().atOffset(ZoneOffset.UTC))
                .param("id", asked.after().id())
                .param("document", document)
                .param("limit", asked.toFind())
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
        return Page.of(found, asked, decision -> new Cursor(decision.decidedAt(), decision.decisionId()));
    }

    /** One of them. */
    public Optional<EditorDecided> byId(String id) {
        return jdbc.sql("select event from decision where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    private EditorDecided read(String event) {
        return json.read(event, EditorDecided.class);
    }
}
