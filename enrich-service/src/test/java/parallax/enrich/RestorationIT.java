package parallax.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import parallax.events.ArticleEnriched;
import parallax.events.DocumentReceived;
import parallax.events.EditorDecided;
import parallax.events.StoryChanged;
import parallax.events.Topics;

/** A service that has lost its database: what Kafka kept is enough. */
class RestorationIT {

    @RegisterExtension
    final RunningEnrich enrich = new RunningEnrich();

    @Test
    void an_emptied_database_is_restored_from_kafka_with_the_same_stories_and_ids() {
        Seeds.all().forEach(seed -> enrich.send(enrich.renamed(seed)));
        enrich.awaitTheTwoInterviews();
        String summit = enrich.story("000").storyId();
        StoryChanged before = enrich.story("003");
        enrich.losesItsDatabase();
        DocumentReceived third = enrich.renamed(Seeds.seed("003"));
        enrich.send(new DocumentReceived(
                third.id(),
                "r2",
                "seeds",
                null,
                "text/markdown",
                third.content() + "\n更正。",
                third.rights(),
                third.receivedAt().plusSeconds(60)));
        await().atMost(RunningEnrich.PATIENCE)
                .until(() -> enrich.poll()
                        && enrich.latest.get(enrich.id("003")) instanceof ArticleEnriched article
                        && article.revision().equals("r2"));
        await().atMost(RunningEnrich.PATIENCE)
                .until(() -> enrich.poll() && enrich.story("003").version() > before.version());
        assertThat(enrich.story("003").storyId()).isEqualTo(before.storyId());
        assertThat(enrich.story("003").members())
                .extracting(StoryChanged.Member::documentId)
                .containsAll(before.members().stream()
                        .map(StoryChanged.Member::documentId)
                        .toList());
        assertThat(enrich.story("000").storyId()).isEqualTo(summit);
    }

    @Test
    void what_fails_while_a_database_is_restored_is_put_aside_once_and_the_rest_is_as_it_was() {
        String said = RunningEnrich.said("autumn");
        Stream.of("001", "002", "003")
                .forEach(seed -> enrich.sendInOrder(Seeds.document(
                        enrich.id(seed),
                        "# Interview with Eve Pond%s\n\nEve Pond%s sat down%s".formatted(enrich.run, enrich.run, said),
                        Instant.now())));
        enrich.sendInOrder(Seeds.document(
                enrich.id("004"), "# Fay Holt%s\n\nFay Holt%s rows.".formatted(enrich.run, enrich.run), Instant.now()));
        enrich.raw(
                Topics.DOCUMENTS,
                enrich.id("poison"),
                new byte[] {(byte) 0xfe},
                Map.of("ce_type", DocumentReceived.TYPE));
        enrich.awaitTogether("001", "001", "002", "003");
        enrich.awaitTogether("004", "004");
        await().atMost(RunningEnrich.PATIENCE)
                .until(() -> enrich.poll() && enrich.putAside().contains(enrich.id("poison")));
        String story = enrich.story("001").storyId();
        for (int loss = 1; loss <= 2; loss++) {
            enrich.stops();
            JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(enrich.database(), "postgres", ""));
            jdbc.sql("truncate article, article_key, story, link, told, outbox").update();
            if (loss == 1) { // as a fault of a later release would: one document cannot be stored, one not be compared
                refuse(jdbc, "article", enrich.id("004"));
                refuse(jdbc, "link", enrich.id("003"));
            }
            enrich.starts();
            enrich.awaitTogether("001", "001", "002");
            assertThat(enrich.story("001").storyId()).isEqualTo(story);
            String next = "01" + loss;
            enrich.send(Seeds.document(
                    enrich.id(next), "# Gil Rowe%s bakes\n\nBread.".formatted(next + enrich.run), Instant.now()));
            enrich.awaitArticle(next);
            await().atMost(RunningEnrich.PATIENCE)
                    .untilAsserted(() -> assertThat(enrich.poll() ? enrich.putAside() : List.of())
                            .containsExactlyInAnyOrder(enrich.id("poison"), enrich.id("003"), enrich.id("004")));
        }
    }

    @Test
    void an_editors_word_regroups_and_outlives_an_emptied_database() {
        // About guests of whom no other test speaks: all tests read all decisions.
        String said = RunningEnrich.said("winter");
        // Of what is shown, not of what belongs together: nothing for enrich, and nothing that stops it.
        enrich.decide(EditorDecided.Verdict.HOLD, null, List.of("001"), List.of());
        enrich.send(Seeds.document(
                enrich.id("001"),
                "# Interview with Ada Quill%s\n\nAda Quill%s sat down%s".formatted(enrich.run, enrich.run, said),
                Instant.now()));
        enrich.send(Seeds.document(
                enrich.id("002"),
                "# Ada Quill%s interview\n\nAda Quill%s sat down%s".formatted(enrich.run, enrich.run, said),
                Instant.now()));
        enrich.send(Seeds.document(
                enrich.id("003"),
                "# Interview with Ben Tarn%s\n\nBen Tarn%s grows pears.".formatted(enrich.run, enrich.run),
                Instant.now()));
        enrich.awaitTogether("001", "001", "002");
        String first = enrich.story("001").storyId();
        enrich.decide(EditorDecided.Verdict.SPLIT, first, List.of("002"), List.of("001"));
        enrich.awaitTogether("002", "002");
        String second = enrich.story("002").storyId();
        assertThat(Set.of(first, second)).contains(enrich.story("001").storyId());
        assertThat(Stream.of("001", "002").map(seed -> enrich.story(seed).splitFrom()))
                .contains(first);
        enrich.decide(EditorDecided.Verdict.MERGE, first, List.of("001"), List.of("003"));
        enrich.awaitTogether("003", "001", "003");
        String merged = enrich.story("001").storyId();
        enrich.losesItsDatabase();
        enrich.decide(EditorDecided.Verdict.SAME, null, List.of("001"), List.of("002"));
        enrich.awaitTogether("001", "001", "002", "003");
        assertThat(enrich.story("001").storyId()).isIn(first, second, merged);
    }

    private static void refuse(JdbcClient jdbc, String table, String document) {
        jdbc.sql("""
                create function refuse_%1$s() returns trigger language plpgsql as $$ begin
                    if cast(new as text) like '%%%2$s%%' then raise exception 'a fault of ours'; end if;
                    return new;
                end $$;
                create trigger refuse before insert on %1$s for each row execute function refuse_%1$s();
                """.formatted(table, document)).update();
    }
}
