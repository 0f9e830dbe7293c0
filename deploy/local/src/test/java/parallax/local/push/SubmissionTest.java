package parallax.local.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_stands_for_its_documents_in_the_order_of_their_names() throws IOException {
        Files.createDirectories(folder.resolve("posts/.hidden"));
        for (String name :
                new String[] {"posts/b.md", "posts/a.txt", "page.html", "README.md", "image.png", "posts/.hidden/c.md"
                }) {
            Files.writeString(folder.resolve(name), "x");
        }
        assertThat(Submission.of(folder.toString()))
                .extracting(Submission::id, Submission::contentType)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("page", "text/html"),
                        org.assertj.core.groups.Tuple.tuple("posts-a", "text/plain"),
                        org.assertj.core.groups.Tuple.tuple("posts-b", "text/markdown"));
    }

    @Test
    void a_path_becomes_an_id_that_ingest_takes() {
        assertThat(Submission.idOf("000_9512ce102a8570fa.txt")).isEqualTo("000_9512ce102a8570fa");
        assertThat(Submission.idOf("posts/2026/馬斯克 談話.md")).isEqualTo("posts-2026-馬斯克-談話");
        assertThat(Submission.idOf("???.md")).isEqualTo("document");
    }

    @Test
    void what_is_not_there_is_said() {
        assertThatThrownBy(() -> Submission.of(folder.resolve("missing").toString()))
                .hasMessageContaining("no file or folder");
    }
}
