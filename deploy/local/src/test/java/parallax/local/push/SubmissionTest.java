package parallax.local.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
        assertThat(Submission.of(new Argument(folder.toString(), "blog")))
                .extracting(Submission::id, Submission::contentType)
                .containsExactly(
                        tuple("blog:page", "text/html"),
                        tuple("blog:posts:a", "text/plain"),
                        tuple("blog:posts:b", "text/markdown"));
    }

    @Test
    void what_a_site_generator_keeps_for_itself_is_no_document() throws IOException {
        for (String name : new String[] {
            "_posts/one.mdown",
            "_drafts/two.md",
            "_layouts/post.html",
            "node_modules/lib/three.md",
            "four.text",
            "_index.md"
        }) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "x");
        }
        assertThat(Submission.of(new Argument(folder.toString(), "blog")))
                .extracting(Submission::id, Submission::contentType)
                .containsExactly(tuple("blog:_posts:one", "text/markdown"), tuple("blog:four", "text/plain"));
    }

    @Test
    void a_path_becomes_an_id_that_ingest_takes() {
        assertThat(Submission.idOf("000_9512ce102a8570fa.txt", "seeds")).isEqualTo("000_9512ce102a8570fa");
        assertThat(Submission.idOf("posts/2026/馬斯克 談話.md", "blog")).isEqualTo("blog:posts:2026:馬斯克-談話");
        assertThat(Submission.idOf("my-trip/index.md", "blog")).isEqualTo("blog:my-trip");
        assertThat(Submission.idOf("index.md", "blog")).isEqualTo("blog:index");
        assertThat(Submission.idOf("2026020112345678.md", "blog")).isEqualTo("blog:2026020112345678");
        assertThat(Submission.idOf("???.md", "blog")).isEqualTo("blog:-");
        String deep = "deep/".repeat(60);
        assertThat(Submission.idOf(deep + "one.md", "blog"))
                .hasSizeLessThanOrEqualTo(200)
                .isNotEqualTo(Submission.idOf(deep + "two.md", "blog"));
    }

    @Test
    void what_is_not_there_is_said() {
        assertThatThrownBy(() ->
                        Submission.of(new Argument(folder.resolve("missing").toString(), "blog")))
                .hasMessageContaining("no file or folder");
    }
}
