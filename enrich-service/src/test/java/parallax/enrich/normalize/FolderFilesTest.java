package parallax.enrich.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.enrich.text.TracedText;
import parallax.events.ArticleEnriched.Embed;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

/** Files as site generators, note takers and recorders leave them in a folder. */
class FolderFilesTest {

    @Test
    void an_obsidian_note_is_read_as_it_is_shown() {
        Article article = read("notes/Musk.md", "text/markdown", """
                # Musk on [[Podcasts/Dwarkesh|the podcast]]

                He met [[Dwarkesh Patel]] again, see [[Notes#Robots]] and [[#Here]]. %%private%%
                ![[studio.png]]
                > [!quote] On robots
                > They ==will work== for us. ^ref-1

                A footnote [[1]](https://example.org/1) stays.
                """);
        assertThat(article.title()).hasToString("Musk on the podcast");
        assertThat(article.markdown())
                .contains("He met Dwarkesh Patel again, see Notes and Here.")
                .contains("> On robots\n> They will work for us.\n")
                .contains("[[1]](https://example.org/1)")
                .doesNotContain("private", "studio.png", "^ref", "==");
        assertPlaces(article);
    }

    @Test
    void hugo_and_liquid_are_read_as_what_they_mean() {
        Article article = read("post/talk/index.md", "text/markdown", """
                ---
                title: Talk
                ---
                {{< youtube id="abc" >}}
                {% comment %}not this{% endcomment %}{{</* note */>}}{# nor this #}
                {{< figure src="a.jpg" caption="Ann at the desk" >}}
                He said so [there]({{< ref "other.md" >}}) and [here]({% post_url 2026-01-01-x %}).
                {{ site.title }} {% include ad.html %}{{% quote %}}Robots.{{% /quote %}}
                {: .large }
                """);
        assertThat(article.embeds()).extracting(Embed::id).containsExactly("abc");
        assertThat(article.markdown())
                .contains("Ann at the desk\nHe said so there and here.", "Robots.")
                .doesNotContain("{", "not this", "nor this", "a.jpg", "note", "ad.html");
        assertPlaces(article);
    }

    @Test
    void what_a_reader_would_see_stays() {
        Article article = read("post/talk/index.md", "text/markdown", """
                ---
                title: Talk
                ---
                {{< figure src="b.jpg" title="The studio" alt="unseen" caption='Before the talk' >}}
                {% raw %}She wrote {{ page.title }} and {% include x %} on the board{%- endraw -%} {% include gone.html %}.
                {{ gone }} {% raw %}never closed
                """);
        assertThat(article.markdown())
                .contains("Before the talk")
                .containsPattern("The studio\\s+Before the talk")
                .contains("She wrote {{ page.title }} and {% include x %} on the board .")
                .contains("never closed")
                .doesNotContain("b.jpg", "unseen", "gone", "raw", "figure");
        assertPlaces(article);
    }

    @Test
    void a_note_is_dated_by_when_it_was_begun_or_changed_if_nobody_published_it() {
        assertThat(dated("updated: 2026-03-04\nmodified: 2026-03-03\ncreated: 2026-03-02T09:30:00+08:00"))
                .isEqualTo(Instant.parse("2026-03-02T01:30:00Z"));
        assertThat(dated("created: 2026-03-02\ndate: 2026-03-05")).isEqualTo(Instant.parse("2026-03-05T12:00:00Z"));
        for (String name : List.of("created", "modified", "updated", "lastmod", "last_modified_at")) {
            assertThat(dated(name + ": 2026-03-02 10:15")).as(name).isEqualTo(Instant.parse("2026-03-02T10:15:00Z"));
        }
        assertThat(dated("created: some day\nmodified: 2026-03-02")).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(dated("published: true\nlast_modified_at: 2026-03-02"))
                .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(read("_posts/2026-02-05-talk.md", "text/markdown", "---\nlastmod: 2026-03-02\n---\n# T\n\nText.")
                        .publishedAt())
                .isEqualTo(Instant.parse("2026-02-05T12:00:00Z"));
    }

    private static @Nullable Instant dated(String header) {
        return read("notes/talk.md", "text/markdown", "---\n" + header + "\n---\n# T\n\nText.")
                .publishedAt();
    }

    @Test
    void jekyll_dates_a_post_by_its_name_and_hides_it_by_its_header() {
        Article article = read("_posts/2026-02-05-talk.md", "text/markdown", "---\ntitle: T\n---\nText.");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-02-05T12:00:00Z"));
        assertThat(article.draft()).isFalse();
        assertThat(read("x.md", "text/markdown", "---\ntitle: T\npublished: false\n---\nText.")
                        .draft())
                .isTrue();
        assertThat(read("2026-02-05-x.md", "text/markdown", "---\ndate: 2026-03-01\n---\nText.")
                        .publishedAt())
                .isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void subtitles_without_a_file_name_are_called_by_their_first_words_and_keep_them() {
        Article article = read(null, "text/vtt", """
                WEBVTT

                00:01.000 --> 00:04.000
                <v Ann>Hello and welcome.
                """);
        assertThat(article.title()).hasToString("Ann: Hello and welcome.");
        assertThat(article.markdown()).isEqualTo("Ann: Hello and welcome.");
    }

    @Test
    void subrip_becomes_paragraphs_by_speaker_and_pause() {
        Article article =
                read("talks/2026-02-05-elon-musk_at-all-in.srt", "application/x-subrip", """
                1
                00:00:01,000 --> 00:00:02,500
                ANN LEE: Welcome to the show,
                everyone.

                2
                00:00:02,600 --> 00:00:04,000
                <i>Today</i> we talk of robots.

                3
                00:00:04,100 --> 00:00:05,000
                - MUSK: Thank you.

                4
                00:00:15,000 --> 00:00:16,000
                After a pause.
                """.replace("\n", "\r\n"));
        assertThat(article.title()).hasToString("elon musk at all in");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-02-05T12:00:00Z"));
        assertThat(article.form()).isEqualTo("transcript");
        assertThat(article.labels()).isEmpty();
        assertThat(article.markdown())
                .isEqualTo(
                        "ANN LEE: Welcome to the show, everyone. Today we talk of robots.\n\nMUSK: Thank you.\n\nAfter a pause.");
        assertPlaces(article);
    }

    @Test
    void webvtt_gives_its_title_its_voices_and_whether_a_machine_heard_it() {
        Article article = read("talk.vtt", "text/vtt", """
                WEBVTT - Robots and rockets

                STYLE
                ::cue { color: red }

                NOTE Generated by Whisper large-v3

                intro
                00:01.000 --> 00:02.000 align:start
                <v Ann Lee>Hello &amp; welcome.

                00:02.000 --> 00:03.000
                <v.loud Ben>Hello.</v>
                """);
        assertThat(article.title()).hasToString("Robots and rockets");
        assertThat(article.labels()).containsExactly("asr-transcript");
        assertThat(article.text()).hasToString("Ann Lee: Hello & welcome.\n\nBen: Hello.");
    }

    @Test
    void a_file_that_begins_with_its_text_is_called_by_its_name() {
        Article note = read("Notes/My note.md", "text/markdown", "See [[Other note|that other]] and more.");
        assertThat(note.title()).hasToString("My note");
        assertThat(note.text()).hasToString("See that other and more.");
        String turns = "HOST: Hello, and welcome!\n\nGUEST: Thank you!\n\nHOST: Tell us of rockets!";
        Article talk = read("2026-02-05-rocket-talk.txt", "text/plain", turns);
        assertThat(talk.title()).hasToString("rocket talk");
        assertThat(talk.text().toString()).startsWith("HOST: Hello");
        assertThat(read("a.md", "text/markdown", "# It is done.\n\nText.").title())
                .hasToString("It is done.");
        assertThat(read("a.txt", "text/plain", "Musk: the whole talk\n\nText.").title())
                .hasToString("Musk: the whole talk");
        assertThat(read("004_8ebea83fb9adcc81.txt", "text/plain", "It is done. It was late.\nMore.")
                        .title())
                .hasToString("It is done. It was late.");
    }

    @Test
    void rolling_captions_are_said_once_and_labelled() {
        Article article = read("a.vtt", "text/vtt", """
                WEBVTT
                Kind: captions

                00:00:00.000 --> 00:00:02.000 align:start position:0%
                we<00:00:00.320><c> talk</c><00:00:00.640><c> of</c>

                00:00:02.000 --> 00:00:02.010 align:start position:0%
                we talk of

                00:00:02.010 --> 00:00:04.000 align:start position:0%
                we talk of
                robots<00:00:03.000><c> today</c>
                """);
        assertThat(article.labels()).containsExactly("asr-transcript");
        assertThat(article.text()).hasToString("we talk of robots today");
    }

    @Test
    void what_the_source_says_of_all_it_sends_is_said_of_each_article() {
        DocumentReceived document =
                document("a.md", "text/markdown", "# T\n\nText.", List.of("translated", "asr-transcript"));
        Article article = Normalizer.normalize(document);
        assertThat(article.labels()).containsExactly("asr-transcript", "translated");
        assertThat(article.form()).isEqualTo("transcript");
        assertThat(article.metadata().first(Field.AUTHOR)).hasToString("Optional[The Desk]");
        assertThat(article.language()).as("the text itself tells").isEqualTo("en");
        Article signed = read("b.md", "text/markdown", "---\nauthor: Ann\n---\n123 456");
        assertThat(signed.metadata().first(Field.AUTHOR)).hasToString("Optional[Ann]");
        assertThat(signed.language()).as("the text does not tell").isEqualTo("de");
    }

    private static void assertPlaces(Article article) {
        TracedText text = article.text();
        String source = article.document().content();
        long astray = 0;
        for (int i = 0; i < text.length(); i++) {
            char there = source.charAt(text.place(i, i + 1).start());
            astray += there == text.charAt(i) || Character.isWhitespace(text.charAt(i)) ? 0 : 1;
        }
        assertThat(astray).isZero();
    }

    private static Article read(@Nullable String file, String type, String content) {
        return Normalizer.normalize(document(file, type, content, List.of()));
    }

    private static DocumentReceived document(@Nullable String file, String type, String content, List<String> labels) {
        return new DocumentReceived(
                "doc-1",
                "0".repeat(64),
                "test",
                null,
                type,
                content,
                Rights.FULL,
                Instant.EPOCH,
                null,
                labels,
                List.of(),
                null,
                List.of(),
                file,
                "de",
                "The Desk");
    }
}
