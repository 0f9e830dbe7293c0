package parallax.enrich.normalize;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.TracedText;

/** What a file's name tells where its text does not: {@code _posts/2026-02-05-a-long-talk.md}. */
final class FileName {

    private static final Pattern DATE = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2})(?:[-_ ]+|$)");

    /** Of letters, and no machine's name for it. */
    private static final Pattern WORDS = Pattern.compile("(?=.*\\p{L})(?!.*[0-9a-f]{12}).+", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** The day that the name begins with, as Jekyll's posts do. */
    static Reading dated(Reading reading, @Nullable String file) {
        Matcher date = DATE.matcher(stem(file));
        return date.find() && reading.metadata().first(Field.PUBLISHED).isEmpty()
                ? reading.with(Field.PUBLISHED, nowhere(date.group(1)))
                : reading;
    }

    /** Words of the name, for a file that has no title. */
    static Reading titled(Reading reading, @Nullable String file) {
        String words = DATE.matcher(stem(file))
                .replaceFirst("")
                .replaceAll("[-_]+", " ")
                .strip();
        return !WORDS.matcher(words).matches()
                        || reading.metadata().first(Field.TITLE).isPresent()
                ? reading
                : reading.with(Field.TITLE, nowhere(words));
    }

    /** Of {@code a/b.en.md} it is {@code b}, of {@code a/index.md} it is {@code a}. */
    private static String stem(@Nullable String file) {
        if (file == null) {
            return "";
        }
        String[] parts = file.split("/", -1);
        String last = parts[parts.length - 1].replaceFirst("(?:\\.[a-z]{2}(?:-[A-Za-z]{2,4})?)?\\.[A-Za-z]{1,8}$", "");
        return last.equals("index") && parts.length > 1 ? parts[parts.length - 2] : last;
    }

    /** A name stands nowhere in the document. */
    private static TracedText nowhere(String text) {
        return TracedText.of(text, new int[text.length()]);
    }
}
