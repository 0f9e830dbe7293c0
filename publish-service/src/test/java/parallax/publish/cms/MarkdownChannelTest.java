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
