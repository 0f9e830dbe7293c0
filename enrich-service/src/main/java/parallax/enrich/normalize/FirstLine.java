package parallax.enrich.normalize;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;

/** Calls a text without a title by its first line. */
final class FirstLine {

    private static final Pattern LINE = Pattern.compile("\\A(?:\\s++|-{3,}[ \\t]*$){0,20}+(.*\\S)", Pattern.MULTILINE);
    private static final Pattern BOLD = Pattern.compile("\\A[#*\\s]+|[*\\s]+\\z");

    /** Not that of "Dr. Lee". */
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=.{12})(?:[.!?…]++[\"”’)]*+(?=\\s)|[。！？]++[”’」』）]*+)");

    private static final Pattern END = Pattern.compile("\\z");
    private static final int LONGEST_TITLE = 160;

    private FirstLine() {}

    /**
     * Gives the text a title, unless it has one. A first line that is one leaves the text, even if it is repeated below. One that is
     * text itself (a sentence, somebody's words, all there is, or too long) stays there, and how it begins is the title.
     *
     * @param prose whether the text begins with what it says
     * @param otherwise what it is called if there is nothing in it
     */
    static Reading titled(Reading reading, boolean prose, String otherwise) {
        if (reading.metadata().first(Field.TITLE).isPresent()) {
            return reading;
        }
        Matcher line = LINE.matcher(reading.text().toString());
        TracedText first = line.find()
                ? reading.text()
                        .subSequence(line.start(1), line.end(1))
                        .remove(BOLD)
                        .strip()
                : TracedText.of("");
        if (first.isEmpty()) {
            return reading.with(Field.TITLE, TracedText.of(otherwise));
        }
        TracedText rest = reading.text().from(line.end(1)).strip();
        boolean marked = line.group(1).matches("[#*].*");
        if (prose || first.length() > LONGEST_TITLE || (rest.isEmpty() && !marked)) {
            return reading.with(Field.TITLE, beginning(first));
        }
        if (rest.toString().startsWith(first.toString())) {
            rest = rest.from(first.length()).strip();
        }
        return reading.with(Field.TITLE, first).withText(rest);
    }

    /** The first sentence; of a long one as many words as a title has room for. */
    private static TracedText beginning(TracedText line) {
        Matcher end = SENTENCE_END.matcher(line.toString());
        int sentence = end.find() ? end.end() : line.length();
        return sentence <= LONGEST_TITLE
                ? line.subSequence(0, sentence)
                : line.subSequence(0, Beginning.end(line.toString(), LONGEST_TITLE - 1))
                        .replace(END, cut -> "…");
    }
}
