package parallax.local.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.local.system.Layout;

class ClaimsTest {

    @TempDir
    Path data;

    @TempDir
    Path folders;

    @Test
    void two_folders_of_one_name_do_not_share_ids_and_each_keeps_its_own() throws IOException {
        Path one = Files.createDirectories(folders.resolve("one/posts"));
        Path other = Files.createDirectories(folders.resolve("other/posts"));
        assertThat(prefix(one)).isEqualTo("posts");
        String marked = prefix(other);
        assertThat(marked).matches("posts~[0-9a-f]{8}");
        assertThat(prefix(one)).isEqualTo("posts");
        assertThat(prefix(other)).isEqualTo(marked);
        assertThat(prefix(Files.createSymbolicLink(folders.resolve("link"), other)))
                .isEqualTo(marked);
    }

    @Test
    void a_folder_that_was_moved_is_recognised() throws IOException {
        Path before = Files.createDirectories(folders.resolve("before/posts"));
        assertThat(prefix(before)).isEqualTo("posts");
        Path after = Files.move(before, folders.resolve("posts"));
        assertThat(prefix(after)).isEqualTo("posts");
    }

    private String prefix(Path folder) throws IOException {
        return new Claims(new Layout(data, data)).prefix("posts", folder);
    }
}
