package parallax.ingest.check;

import java.util.Map;
import parallax.frontmatter.FrontMatter;
import parallax.frontmatter.FrontMatterException;
import parallax.frontmatter.Limits;
import parallax.ingest.identity.ContentType;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.Unprocessable;

/** Refuses a text that a later stage could not read, or only at a price that an attacker sets. */
public final class DocumentCheck {

    private final MarkdownNesting markdown;
    private final HtmlNesting html;

    /** With these limits of nesting. */
    public DocumentCheck(int maxMarkdownNesting, int maxHtmlNesting) {
        this.markdown = new MarkdownNesting(maxMarkdownNesting);
        this.html = new HtmlNesting(maxHtmlNesting);
    }

    /** Returns if {@code content} is fit to be a document of this type. */
    public void check(ContentType type, String content) {
        requireText(content);
        if (type == ContentType.HTML) {
            html.check(content);
            return;
        }
        if (type.subtitles()) {
            requireCue(content);
            return;
        }
        int body = frontMatter(content).bodyStart();
        if (type == ContentType.MARKDOWN) {
            markdown.check(content, body);
        }
    }

    private static void requireText(String content) {
        int nul = content.indexOf('\0');
        if (nul >= 0) {
            int line = Lines.lineAt(content, nul);
            throw new Malformed(
                    "nul-character",
                    "NUL character",
                    "The text holds the character U+0000 in line " + line + ", position " + (nul + 1)
                            + ", which databases and readers cannot hold. Is it a binary file, or UTF-16?",
                    Map.of("line", line, "position", nul + 1));
        }
        boolean blank = content.codePoints().allMatch(c -> Character.isWhitespace(c) || c == 0xFEFF || c == 0xA0);
        if (blank) {
            throw new Malformed(
                    "empty-document", "Empty document", "The document holds no text. Send its content as the body.");
        }
    }

    private static void requireCue(String content) {
        if (!content.contains("-->")) {
            throw new Unprocessable(
                    "no-subtitles",
                    "No subtitles",
                    "There is no line of times (00:00:01.000 --> 00:00:04.000) in it. Is it plain text? Then send it as text/plain.");
        }
    }

    private static FrontMatter frontMatter(String content) {
        try {
            return FrontMatter.of(content, Limits.DEFAULT);
        } catch (FrontMatterException e) {
            throw new Unprocessable(
                    "front-matter",
                    "Front matter unreadable",
                    "Line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ".",
                    Map.of("line", e.line(), "column", e.column()));
        }
    }
}
