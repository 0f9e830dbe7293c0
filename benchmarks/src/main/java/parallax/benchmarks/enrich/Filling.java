package parallax.benchmarks.enrich;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import parallax.enrich.store.Change.Received;
import parallax.enrich.store.StoredFacts;
import parallax.enrich.story.BlockKeys;
import parallax.enrich.story.InMemoryLibrary;
import parallax.enrich.story.Matching;
import parallax.enrich.story.Member;
import parallax.enrich.story.StoryMatcher;
import parallax.enrich.story.Weighed;
import parallax.stream.EventJson;

/**
 * Fills the tables faster than one article after the other: articles that have nothing to do with those already there are linked and
 * grouped in memory, by enrich's own matching, and written at once.
 */
final class Filling {

    /** For pairs weighed before, in bytes. */
    private static final long MEMORY = 256 << 20;

    private final JdbcTemplate jdbc;

    Filling(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Received> articles) {
        InMemoryLibrary library = new InMemoryLibrary();
        TreeSet<String> ids = new TreeSet<>();
        TreeSet<String> keys = new TreeSet<>();
        for (Received article : articles) {
            ids.add(article.documentId());
            keys.addAll(library.put(
                    new Member(article.profile(), article.annotated().article().revision(), article.at(), null),
                    article.content()));
        }
        Matching matching = new Matching(library, new Weighed(MEMORY));
        matching.relink(ids, keys);
        List<Object[]> links = new ArrayList<>();
        library.links(ids)
                .forEach((link, linked) ->
                        links.add(new Object[] {link.first(), link.second(), linked.odds(), linked.byTerms()}));
        articles(articles);
        jdbc.batchUpdate("insert into link (first, second, odds, by_terms) values (?, ?, ?, ?)", links);
        stories(new StoryMatcher(matching, this::everExisted)
                .match(matching.components(ids), List.of())
                .changed());
    }

    /** The planner is to know what is there, as it would of a library that grew slowly. */
    void analyse() {
        jdbc.execute("analyze");
    }

    private void articles(Collection<Received> articles) {
        jdbc.batchUpdate(
                "insert into article (document_id, revision, received_at, fingerprint, facts, content, sketch) values (?, ?, ?, '', ?, ?, ?)",
                articles.stream()
                        .map(article -> new Object[] {
                            article.documentId(),
                            article.annotated().article().revision(),
                            Timestamp.from(article.at()),
                            StoredFacts.write(article.annotated().facts()),
                            article.content(),
                            article.profile().sketch().bytes()
                        })
                        .toList());
        jdbc.batchUpdate(
                "insert into article_key (document_id, place, key) values (?, ?, ?)",
                articles.stream()
                        .flatMap(article -> article.profile().keys().stream().map(key ->
                                new Object[] {article.documentId(), BlockKeys.order(article.documentId()), key}))
                        .collect(Collectors.toList()));
    }

    private void stories(List<StoryMatcher.Update> stories) {
        jdbc.batchUpdate(
                "insert into story (id, version, founded_at, content) values (?, 1, ?, ?)",
                stories.stream()
                        .map(story -> new Object[] {
                            story.before().id(), Timestamp.from(story.before().foundedAt()), json(story.content())
                        })
                        .toList());
        jdbc.batchUpdate(
                "update article set story_id = ? where document_id = ?",
                stories.stream()
                        .flatMap(story -> story.content().members().stream()
                                .map(member -> new Object[] {story.before().id(), member.documentId()}))
                        .toList());
    }

    private Set<String> everExisted(Set<String> ids) {
        return Set.copyOf(jdbc.query("select id from story where id = any(?)", (row, n) -> row.getString(1), (Object)
                ids.toArray(String[]::new)));
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }
}
