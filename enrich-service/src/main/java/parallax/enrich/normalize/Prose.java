package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.TracedText;

/**
 * Markdown without its code and tables. Lines that are only indented stay: paragraphs of many a text are.
 */
final class Prose {

    /** Stands before and after what {@link Html} knows as code or a table. */
    static final String FENCE = "````";

    private static final Pattern FENCED = Pattern.compile("[ \\t>]*(`{3,}|~{3,})");
    private static final Pattern FENCE_ALONE = Pattern.compile("[ \\t>]*(`{3,}|~{3,})[ \\t]*");
    private static final Pattern ELEMENT = Pattern.compile("[ \\t>]*<(pre|table)\\b.*", Pattern.CASE_INSENSITIVE);
    /** Between the head of a table and its rows. */
    private static final Pattern RULE = Pattern.compile(
            "[ \\t>]*+(?=[^|]*+\\|)\\|?[ \\t]*+:?-++:?[ \\t]*+(?:\\|[ \\t]*+:?-++:?[ \\t]*+)*+\\|?[ \\t]*+");

    private final String text;
    private final List<TracedText.Place> cut = new ArrayList<>();
    /** What the end of the block that is being read begins with, or null. */
    private @Nullable String end;

    private boolean table;

    private Prose(String text) {
        this.text = text;
    }

    static TracedText of(TracedText markdown) {
        boolean plain = List.of("```", "~~~", "|", "<").stream().noneMatch(markdown::contains);
        return plain ? markdown : markdown.without(new Prose(markdown.toString()).read());
    }

    private List<TracedText.Place> read() {
        int before = 0;
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int next = newline < 0 ? text.length() : newline + 1;
            read(before, start, text.substring(start, newline < 0 ? next : newline), next);
            before = start;
            start = next;
        }
        return cut;
    }

    private void read(int before, int start, String line, int next) {
        table = table && line.contains("|");
        if (end != null) {
            cut.add(new TracedText.Place(start, next));
            end = ends(line, end) ? null : end;
        } else if (table) {
            cut.add(new TracedText.Place(start, next));
        } else if (begins(line)) {
            cut.add(new TracedText.Place(start, next));
        } else if (RULE.matcher(line).matches() && isHead(before, start)) {
            table = true;
            cut.add(new TracedText.Place(before, next));
        }
    }

    /** Whether the line from {@code start} to {@code end} can be the head of a table. */
    private boolean isHead(int start, int next) {
        boolean taken = !cut.isEmpty() && cut.get(cut.size() - 1).end() > start;
        return !taken && text.substring(start, next).contains("|");
    }

    private boolean begins(String line) {
        Matcher fence = FENCED.matcher(line);
        if (fence.lookingAt()) {
            end = fence.group(1);
            return true;
        }
        Matcher element = ELEMENT.matcher(line);
        if (!element.matches()) {
            return false;
        }
        String closing = "</" + element.group(1).toLowerCase(Locale.ROOT);
        end = ends(line, closing) ? null : closing;
        return true;
    }

    private static boolean ends(String line, String end) {
        if (end.startsWith("<")) {
            return line.toLowerCase(Locale.ROOT).contains(end);
        }
        Matcher fence = FENCE_ALONE.matcher(line);
        return fence.matches() && fence.group(1).startsWith(end);
    }
}
