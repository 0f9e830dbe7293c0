package parallax.enrich;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.events.ArticleEnriched;
import parallax.events.DocumentReceived;
import parallax.events.DocumentWithdrawn;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.events.Topics;
import parallax.stream.DeadLetters;

/** The service as it runs: documents in at one end of a real broker, articles and stories out at the other. */
class EnrichIT {

    @RegisterExtension
    final RunningEnrich enrich = new RunningEnrich();

    @Test
    void the_seeds_become_two_stories_also_when_the_service_is_restarted_between_them() {
        for (DocumentReceived seed : Seeds.all()) {
            enrich.send(enrich.renamed(seed));
            enrich.awaitArticle(seed.id());
            enrich.stops();
            enrich.starts();
        }
        enrich.awaitTheTwoInterviews();
        ArticleEnriched draft = (ArticleEnriched) enrich.latest.get(enrich.id("000"));
        assertThat(draft.draft()).isTrue();
        assertThat(draft.entities()).extracting(ArticleEnriched.Entity::id).contains("elon-musk", "tesla");
        assertThat(draft.topics()).isNotEmpty();
    }

    @Test
    void two_instances_give_the_same_stories_as_one() {
        enrich.starts();
        Seeds.all().forEach(seed -> enrich.send(enrich.renamed(seed)));
        enrich.awaitTheTwoInterviews();
    }

    @Test
    void a_repeat_says_nothing_and_an_older_revision_changes_nothing() {
        // About a guest of whom no other test speaks: articles about one guest weigh each other's words.
        DocumentReceived first = Seeds.document(
                enrich.id("003"),
                "# Interview with Ada Quill%s\n\nAda Quill%s said so.".formatted(enrich.run, enrich.run),
                Instant.now());
        enrich.send(first);
        enrich.awaitArticle("003");
        DocumentReceived corrected = new DocumentReceived(
                first.id(),
                "r2",
                "seeds",
                null,
                "text/markdown",
                first.content() + "\n更正。",
                first.rights(),
                first.receivedAt().plusSeconds(60));
        enrich.send(corrected);
        await().atMost(RunningEnrich.PATIENCE)
                .until(() -> enrich.poll()
                        && enrich.latest.get(enrich.id("003")) instanceof ArticleEnriched article
                        && article.revision().equals("r2"));
        StoryChanged before = enrich.story("003");
        enrich.send(first);
        enrich.send(corrected);
        enrich.send(Seeds.document(enrich.id("004"), "# Quarterly figures", Instant.now()));
        enrich.awaitArticle("004");
        assertThat(enrich.article("003").revision()).isEqualTo("r2");
        assertThat(enrich.story("003")).isEqualTo(before);
    }

    @Test
    void poison_is_put_aside_alone_with_its_reason() {
        List<DocumentReceived> good = Seeds.all().stream().map(enrich::renamed).toList();
        enrich.send(good.get(0));
        enrich.raw(
                Topics.DOCUMENTS,
                "poison-" + enrich.run,
                new byte[] {(byte) 0xfe, 0x00},
                Map.of("ce_type", DocumentReceived.TYPE));
        enrich.send(good.get(1));
        enrich.raw(Topics.DOCUMENTS, "untyped-" + enrich.run, "{}".getBytes(StandardCharsets.UTF_8), Map.of());
        enrich.send(Seeds.document("bad-header-" + enrich.run, "---\ntitle: [unclosed\n---\ntext", Instant.now()));
        good.subList(2, 5).forEach(enrich::send);
        enrich.awaitTheTwoInterviews();
        await().atMost(RunningEnrich.PATIENCE).until(() -> enrich.poll() && enrich.dead.size() >= 3);
        Map<String, String> reasons = enrich.dead.stream()
                .collect(toMap(
                        ConsumerRecord::key, record -> RunningEnrich.header(record, DeadLetters.REASON), (a, b) -> a));
        assertThat(reasons.get("poison-" + enrich.run)).contains("no DocumentReceived");
        assertThat(reasons.get("untyped-" + enrich.run)).contains("no ce_type");
        assertThat(reasons.get("bad-header-" + enrich.run)).contains("front matter is no YAML");
        ConsumerRecord<String, byte[]> letter = enrich.dead.stream()
                .filter(record -> record.key().equals("poison-" + enrich.run))
                .findFirst()
                .orElseThrow();
        assertThat(letter.value()).containsExactly(0xfe, 0x00);
        assertThat(RunningEnrich.header(letter, "ce_type")).isEqualTo(DocumentReceived.TYPE);
        assertThat(RunningEnrich.header(letter, DeadLetters.SERVICE)).isEqualTo("enrich-service");
    }

    @Test
    void a_record_that_a_fault_of_ours_keeps_from_being_matched_is_put_aside_and_the_rest_goes_on() {
        String said = RunningEnrich.said("summer");
        enrich.send(Seeds.document(
                enrich.id("001"),
                "# Interview with Cleo Marsh%s\n\nCleo Marsh%s sat down%s".formatted(enrich.run, enrich.run, said),
                Instant.now()));
        enrich.awaitArticle("001");
        enrich.first()
                .getBean(JdbcClient.class)
                .sql("update article set facts = 'broken', fingerprint = 'broken' where document_id = :id")
                .param("id", enrich.id("001"))
                .update();
        enrich.send(Seeds.document(
                enrich.id("002"),
                "# Cleo Marsh%s interview\n\nCleo Marsh%s sat down%s".formatted(enrich.run, enrich.run, said),
                Instant.now()));
        enrich.send(Seeds.document(
                enrich.id("003"),
                "# Interview with Dov Lund%s\n\nDov Lund%s sails.".formatted(enrich.run, enrich.run),
                Instant.now()));
        enrich.awaitArticle("003");
        await().atMost(RunningEnrich.PATIENCE)
                .until(() -> enrich.poll()
                        && enrich.dead.stream().anyMatch(letter -> letter.key().startsWith(enrich.run)));
        List<ConsumerRecord<String, byte[]>> mine = enrich.dead.stream()
                .filter(letter -> letter.key().startsWith(enrich.run))
                .toList();
        assertThat(mine).extracting(ConsumerRecord::key).containsExactly(enrich.id("002"));
        assertThat(RunningEnrich.header(mine.get(0), DeadLetters.REASON))
                .contains("StreamReadException", "parallax.enrich.store.");
        assertThat(RunningEnrich.header(mine.get(0), DeadLetters.ATTEMPT)).isEqualTo("3");
    }

    @Test
    void a_takedown_empties_the_story() {
        DocumentReceived document =
                Seeds.document(enrich.id("007"), "# Quarterly figures\n\nRevenue grew.", Instant.now());
        enrich.send(document);
        enrich.awaitArticle("007");
        await().atMost(RunningEnrich.PATIENCE)
                .until(() -> enrich.poll() && !enrich.mine().isEmpty());
        String story = enrich.story("007").storyId();
        enrich.send(new DocumentWithdrawn(document.id(), document.receivedAt().plusSeconds(1)));
        await().atMost(RunningEnrich.PATIENCE)
                .until(() -> enrich.poll() && enrich.latest.get(story) instanceof StoryRemoved);
        assertThat(((StoryRemoved) enrich.latest.get(story)).mergedInto()).isNull();
    }
}
