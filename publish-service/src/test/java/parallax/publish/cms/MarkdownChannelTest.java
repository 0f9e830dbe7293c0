package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.publish.Samples;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.StoredChannel;
import tools.jackson.databind.json.JsonMapper;

class MarkdownChannelTest extends CmsContract {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Override
    Channel channel() {
        return new MarkdownChannel(JSON, new CmsRoots(List.of()));
    }

    @Override
    StoredChannel stored() {
        String config = JSON.writeValueAsString(new MarkdownConfig(folder.toString()));
        return new StoredChannel("c", MarkdownChannel.KIND, "blog", config, true, null, Samples.TIME);
    }

    @Override
    Optional<String> post() {
        try {
            return Files.exists(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void edit(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    int posts() {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_as_it_should_be_is_not_written_again() throws IOException {
        Outcome.Delivered first = delivered(deliver("Title", null));
        Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));
        delivered(deliver("Title", first));
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(FileTime.from(Instant.EPOCH));
    }

    @Test
    void what_a_person_deleted_stays_deleted() throws IOException {
        Outcome.Delivered first = delivered(deliver("Title", null));
        Files.delete(file());
        assertThat(deliver("Better", first)).isInstanceOf(Outcome.Conflict.class);
        assertThat(post()).isEmpty();
    }

    @Test
    void a_thousand_updates_with_crashes_and_lost_memory_leave_one_file_a_story() throws IOException {
        Random chance = new Random(7);
        Outcome.Delivered[] known = new Outcome.Delivered[5];
        for (int n = 0; n < 1000; n++) {
            String title = "Title " + n;
            String story = "story-lossy-" + n % known.length;
            int fault = chance.nextInt(4);
            if (fault == 0) { // a crash while the file was being written
                Files.writeString(folder.resolve("." + story + ".md.tmp"), "half a po");
            }
            Outcome outcome =
                    deliver(story, Samples.article("lead", title, "Body of " + title), known[n % known.length]);
            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            if (fault != 1) { // else a crash before we could remember
                known[n % known.length] = (Outcome.Delivered) outcome;
            }
        }
        assertThat(posts()).isEqualTo(known.length);
        assertThat(Files.readString(folder.resolve("story-lossy-4.md"))).contains("Title 999");
    }

    @Test
    void what_the_disk_says_stands_in_the_log_without_paths() throws IOException {
        Files.delete(folder);
        Files.writeString(folder, "no folder any more");
        Outcome outcome = deliver("Title", null);
        Files.delete(folder);
        Files.createDirectory(folder);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Retry.class, retry -> assertThat(retry.detail())
                .contains(STORY + ".md could not be written: ")
                .doesNotContain(folder.toString())
                .doesNotEndWith(": "));
    }

    @Test
    void no_link_is_followed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "other");
        Files.createSymbolicLink(file(), elsewhere);
        assertThat(deliver("Title", null)).isInstanceOf(Outcome.Conflict.class);
        assertThat(elsewhere).hasContent("other");
    }

    @Test
    void strange_ids_make_plain_file_names() {
        assertThat(MarkdownChannel.fileName("../../etc/passwd")).matches("story-[0-9a-f]{32}\\.md");
        assertThat(MarkdownChannel.fileName("abc-1")).isEqualTo("abc-1.md");
    }

    private Path file() {
        return folder.resolve(STORY + ".md");
    }
}
