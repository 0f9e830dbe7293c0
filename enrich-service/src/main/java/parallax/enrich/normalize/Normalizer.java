package parallax.enrich.normalize;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Language;
import parallax.enrich.text.TracedText;
import parallax.events.DocumentReceived;

/** Document to article. Each step takes off what it knows and leaves the rest to the next; a document may be of several kinds at once. */
public final class Normalizer {

    private static final List<UnaryOperator<Reading>> TEXT_STEPS = List.of(
            Header::read,
            Capture::read,
            Markup::read,
            FactSheet::read,
            ChatModel::read,
            Diagrams::read,
            Shortcodes::read,
            Obsidian::read,
            Scrape::read);
    private static final List<UnaryOperator<Reading>> HTML_STEPS = List.of(Html::read, Scrape::read);

    private static final List<UnaryOperator<Reading>> SUBTITLE_STEPS = List.of(Subtitles::read);
    private static final Set<String> SUBTITLES = Set.of("text/vtt", "application/x-subrip");

    private Normalizer() {}

    /**
     * Normalises {@code document}.
     *
     * @throws parallax.frontmatter.FrontMatterException if its front matter cannot be read
     */
    public static Article normalize(DocumentReceived document) {
        boolean subtitles = SUBTITLES.contains(document.contentType());
        boolean html = document.contentType().equals("text/html");
        Reading reading = Reading.of(TracedText.of(document.content()));
        for (String label : document.labels()) {
            reading = reading.withLabel(label);
        }
        for (UnaryOperator<Reading> step : html ? HTML_STEPS : subtitles ? SUBTITLE_STEPS : TEXT_STEPS) {
            reading = step.apply(reading);
        }
        if (document.author() != null && reading.metadata().first(Field.AUTHOR).isEmpty()) {
            reading = reading.with(Field.AUTHOR, TracedText.of(document.author()));
        }
        reading = FileName.dated(reading, document.file());
        boolean opens = subtitles || Form.opensWithProse(reading.text());
        reading = FirstLine.titled(opens ? FileName.titled(reading, document.file()) : reading, opens, document.id());
        TracedText plain = PlainText.of(reading.text());
        TracedText prose = Prose.of(reading.text());
        TracedText text = plain.strip();
        if (Form.isRecognisedSpeech(text)) {
            reading = reading.withLabel(Reading.ASR_TRANSCRIPT);
        }
        Metadata metadata = reading.metadata();
        String url = url(document, metadata);
        return new Article(
                document,
                url,
                metadata.first(Field.TITLE).orElseThrow(),
                metadata,
                Stream.of(Field.PUBLISHED, Field.WRITTEN)
                        .flatMap(field -> metadata.all(field).stream())
                        .flatMap(date -> Dates.read(date.toString()).stream())
                        .findFirst()
                        .orElse(null),
                text,
                (prose == reading.text() ? plain : PlainText.of(prose)).toString(),
                Links.absolute(
                        html
                                ? Html.markdown(document.content())
                                : reading.text().toString(),
                        url),
                language(text.isEmpty() ? metadata.first(Field.TITLE).orElseThrow() : text, document),
                subtitles ? Form.TRANSCRIPT : Form.of(reading.text(), reading.labels()),
                List.copyOf(reading.labels()),
                reading.embeds());
    }

    /** The text's own tells more than what its source says of all its texts; but a text may be too short to tell. */
    private static String language(TracedText text, DocumentReceived document) {
        String told = Language.of(text);
        return told.equals(Language.UNKNOWN) && document.language() != null ? document.language() : told;
    }

    private static @Nullable String url(DocumentReceived document, Metadata metadata) {
        return document.url() != null
                ? document.url()
                : metadata.first(Field.URL)
                        .map(TracedText::toString)
                        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                        .orElse(null);
    }
}
