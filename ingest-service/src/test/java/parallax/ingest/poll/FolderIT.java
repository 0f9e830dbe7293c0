package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder is watched: what lies in it becomes documents, and what happens to its files happens to them. */
@IngestTest
class FolderIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Path folder;
    String name;
    RawTopic topic;

    @BeforeEach
    void open() throws IOException {
        Path root = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "parallax-watched"));
        folder = Files.createTempDirectory(root, "blog");
        name = folder.getFileName().toString();
        topic = new RawTopic();
    }

    @AfterEach
    void close() throws Exception {
        new SourcesClient(port).delete(name);
        topic.close();
    }

    @Test
    void posts_of_every_kind_become_documents_once_and_the_rest_of_a_site_does_not() throws Exception {
        write("content/post/hugo/index.md", "+++\ntitle = \"Hugo\"\n+++\nText.");
        write("_posts/2026-02-05-jekyll.md", "---\ntitle: Jekyll\n---\nText.");
        write("notes/Obsidian note.md", "See [[Other]].");
        write("page.html", "<link rel=canonical href='https://example.org/page'><p>Page.</p>");
        write("talk.txt", "HOST: Hello.\nGUEST: Hello.");
        write("talk.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello.\n");
        write("talk.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n");
        write("canonical.md", "---\ncanonical_url: https://example.org/there\n---\nText.");
        write("_drafts/secret.md", "Not yet.");
        write("_layouts/post.html", "<p>{{ content }}</p>");
        write(".obsidian/x.md", "x");
        write("content/_index.md", "Section.");
        write("README.md", "Read me.");
        write("picture.png", "no text");
        watch();
        List<JsonNode> events = events(8);
        assertThat(events)
                .extracting(event -> event.get("file").asString())
                .containsExactlyInAnyOrder(
                        "content/post/hugo/index.md",
                        "_posts/2026-02-05-jekyll.md",
                        "notes/Obsidian note.md",
                        "page.html",
                        "talk.txt",
                        "talk.srt",
                        "talk.vtt",
                        "canonical.md");
        assertThat(of(events, "content/post/hugo/index.md").get("id").asString())
                .isEqualTo(name + ":content:post:hugo");
        assertThat(of(events, "notes/Obsidian note.md").get("id").asString()).isEqualTo(name + ":notes:Obsidian-note");
        assertThat(of(events, "talk.srt").get("contentType").asString()).isEqualTo("application/x-subrip");
        assertThat(of(events, "talk.vtt").get("contentType").asString()).isEqualTo("text/vtt");
        assertThat(of(events, "canonical.md").get("url").asString()).isEqualTo("https://example.org/there");
        assertThat(of(events, "canonical.md").get("id").asString()).startsWith("url-");
        assertThat(of(events, "page.html").get("url").asString()).isEqualTo("https://example.org/page");
        JsonNode talk = of(events, "talk.txt");
        assertThat(talk.at("/provenance/0/how").asString()).isEqualTo("folder");
        assertThat(talk.get("author").asString()).isEqualTo("Ann");
        assertThat(talk.get("language").asString()).isEqualTo("zh-Hant");
        assertThat(talk.get("rights").asString()).isEqualTo("summary");
        assertThat(events).extracting(event -> event.get("id").asString()).doesNotHaveDuplicates();
        assertThat(source().get("documents").asInt()).isEqualTo(8);
        lookedAt(2);
        assertThat(topic.news()).isEmpty();
    }

    @Test
    void a_file_is_changed_saved_by_renaming_moved_and_deleted() throws Exception {
        write("a.md", "---\ntitle: A\nguest: Ann\n---\nFirst.");
        write("b.md", "Other.");
        watch();
        String id = of(events(2), "a.md").get("id").asString();

        write("a.md", "---\ntitle: A\nguest: Ben\n---\nFirst.");
        JsonNode changed = events(1).get(0);
        assertThat(changed.get("id").asString()).isEqualTo(id);
        assertThat(changed.get("previous").isString()).isTrue();

        Files.move(folder.resolve("a.md"), folder.resolve("a.md~"));
        lookedAt(2);
        write("new.tmp", "---\ntitle: A\n---\nSaved.");
        Files.move(folder.resolve("new.tmp"), folder.resolve("a.md"), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(folder.resolve("a.md~"));
        JsonNode saved = events(1).get(0);
        assertThat(saved.get("id").asString()).isEqualTo(id);
        assertThat(saved.get("content").asString()).contains("Saved.");

        Files.createDirectories(folder.resolve("2026"));
        Files.move(folder.resolve("a.md"), folder.resolve("2026/renamed.md"));
        await().untilAsserted(() ->
                assertThat(source().at("/visits/outcome").asString()).contains("1 renamed"));
        write("2026/renamed.md", "---\ntitle: A\n---\nAfter the move.");
        JsonNode moved = events(1).get(0);
        assertThat(moved.get("id").asString()).isEqualTo(id);
        assertThat(moved.get("file").asString()).isEqualTo("2026/renamed.md");

        Files.delete(folder.resolve("2026/renamed.md"));
        JsonNode withdrawn = events(1).get(0);
        assertThat(withdrawn.get("id").asString()).isEqualTo(id);
        assertThat(withdrawn.has("content")).isFalse();

        write("2026/renamed.md", "---\ntitle: A\n---\nBack.");
        assertThat(events(1).get(0).get("content").asString()).contains("Back.");
    }

    @Test
    void what_cannot_be_read_is_named_and_harms_nothing_else() throws Exception {
        Path outside = Files.createTempFile("secret", ".md");
        Files.writeString(outside, "Secret.");
        write("good.md", "Good.");
        Files.write(folder.resolve("latin.md"), new byte[] {'a', (byte) 0xE9, 'b'});
        write("broken.md", "---\ntitle: [\n---\nText.");
        write("large.md", "x".repeat(IngestTest.MAX_DOCUMENT + 1));
        write("empty.srt", "no times");
        write("1/2/3/4/5/deep.md", "Deep.");
        Files.createSymbolicLink(folder.resolve("link.md"), outside);
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        watch();
        assertThat(events(1).get(0).get("content").asString()).isEqualTo("Good.");
        lookedAt(2);
        assertThat(topic.news()).isEmpty();
        JsonNode warnings = source().get("warnings");
        assertThat(warnings)
                .extracting(warning -> warning.get("code").asString())
                .containsExactlyInAnyOrder("file-refused", "link-outside", "link-in-circle", "too-deep");
        assertThat(warnings.toString())
                .contains("latin.md: ", "broken.md: Line 3", "large.md: ", "empty.srt: ", "link.md", "1/2/3/4/5");
        write("latin.md", "mended");
        assertThat(events(1).get(0).get("file").asString()).isEqualTo("latin.md");
        for (String gone : List.of("broken.md", "large.md", "empty.srt", "link.md")) {
            Files.delete(folder.resolve(gone));
        }
        await().untilAsserted(() -> assertThat(source().get("warnings"))
                .extracting(warning -> warning.get("code").asString())
                .containsExactlyInAnyOrder("link-in-circle", "too-deep"));
    }

    @Test
    void many_files_gone_at_once_wait_for_someone_to_look() throws Exception {
        for (int i = 0; i < 12; i++) {
            write("post-" + i + ".md", "Text " + i);
        }
        watch();
        events(12);
        for (int i = 0; i < 12; i++) {
            Files.delete(folder.resolve("post-" + i + ".md"));
        }
        await().untilAsserted(
                        () -> assertThat(source().get("warnings").toString()).contains("many-files-gone"));
        lookedAt(1);
        int aged = jdbc.sql(
                        "update source_file set missing_since = missing_since - interval '1 minute' where source = ?")
                .param(name)
                .update();
        assertThat(aged).as("beyond the grace of a single file").isEqualTo(12);
        lookedAt(2);
        assertThat(topic.news()).isEmpty();
        Files.delete(folder);
        await().untilAsserted(() ->
                assertThat(source().at("/visits/failures").asInt()).isPositive());
        assertThat(topic.news()).isEmpty();
    }

    @Test
    void a_folder_elsewhere_is_refused() throws Exception {
        for (String elsewhere : List.of("/etc", folder + "/../../..", "relative", folder + "/missing")) {
            var answer = new SourcesClient(port).send("PUT", "/" + name, "{\"folder\":\"" + elsewhere + "\"}");
            assertThat(answer.statusCode()).as(elsewhere).isEqualTo(400);
            assertThat(answer.body()).contains("folder-refused");
            if (elsewhere.equals("/etc")) {
                assertThat(answer.body()).contains("must lie under", "parallax-watched", "--folders");
            }
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void watch() throws Exception {
        var answer = new SourcesClient(port)
                .send(
                        "PUT",
                        "/" + name,
                        "{\"folder\":\"" + folder
                                + "\",\"author\":\"Ann\",\"language\":\"zh-hant\",\"rights\":\"summary\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private List<JsonNode> events(int count) {
        List<JsonNode> events = new ArrayList<>();
        await().until(() -> {
            topic.news().forEach(record -> events.add(JsonMapper.shared().readTree(record.value())));
            return events.size() >= count;
        });
        assertThat(events).hasSize(count);
        return events;
    }

    private static JsonNode of(List<JsonNode> events, String file) {
        return events.stream()
                .filter(event -> event.get("file").asString().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void lookedAt(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            String last = source().at("/visits/last").asString("");
            await().until(() -> !source().at("/visits/last").asString("").equals(last));
        }
    }

    private JsonNode source() throws Exception {
        return new SourcesClient(port).get(name);
    }
}
