package parallax.enrich.normalize;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.TracedText;
import parallax.events.ArticleEnriched.Embed;
import parallax.events.DocumentReceived;

/**
 * A document normalised.
 *
 * @param document what it was made from
 * @param url where it stands on the web, as the source or the document itself says
 * @param title never blank; without places where the document has none and the source's name stands in
 * @param metadata what the document says of itself
 * @param publishedAt if the document says so
 * @param text the article's words as a reader sees them, with their places
 * @param prose the same without code and tables
 * @param markdown the article for display
 * @param language BCP 47
 * @param form {@code article}, {@code summary}, {@code transcript} or {@code commentary}
 * @param labels {@code machine-summary}, {@code asr-transcript}
 * @param embeds players
 */
public record Article(
        DocumentReceived document,
        @Nullable String url,
        TracedText title,
        Metadata metadata,
        @Nullable Instant publishedAt,
        TracedText text,
        String prose,
        String markdown,
        String language,
        String form,
        List<String> labels,
        List<Embed> embeds) {

    private static final int EXCERPT = 300;
    private static final String SPACE = " \t\n\u000b\f\r";

    /** Whether its author marked it as a draft. */
    public boolean draft() {
        return metadata.first(Field.DRAFT).isPresent();
    }

    /** What the document calls its summary, else how its prose begins, or its code if it has no prose; at most 300 characters. */
    public String excerpt() {
        String whole = metadata.first(Field.SUMMARY)
                .map(TracedText::toString)
                .orElseGet(() -> prose.isBlank() ? text.toString() : prose)
                .strip();
        StringBuilder excerpt = new StringBuilder();
        int length = 0;
        for (int i = 0; i < whole.length() && length <= EXCERPT; i += Character.charCount(whole.codePointAt(i))) {
            boolean blank = SPACE.indexOf(whole.charAt(i)) >= 0;
            if (!blank) {
                excerpt.appendCodePoint(whole.codePointAt(i));
                length++;
            } else if (excerpt.charAt(excerpt.length() - 1) != ' ') {
                excerpt.append(' ');
                length++;
            }
        }
        return length <= EXCERPT
                ? excerpt.toString()
                : excerpt.substring(0, Beginning.end(excerpt.toString(), excerpt.offsetByCodePoints(0, EXCERPT - 1)))
                        + "…";
    }
}
