package parallax.enrich.normalize;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;
import parallax.events.ArticleEnriched.Embed;

/** Reads a captured video page: lines of {@code Name: value} on top, then sections that begin with a label on a line of its own. */
final class Capture {

    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z ]{1,20}): *(.*)\\R");
    private static final Pattern SECTION =
            Pattern.compile("^(?:Description|Content|Transcript|Summary|Subtitles):[ \\t]*\\R", Pattern.MULTILINE);
    private static final Pattern BILIBILI = Pattern.compile("\\s*\\b(BV[0-9A-Za-z]{10})\\b\\s*");
    private static final int FEWEST_FIELDS = 3;
    private static final Map<String, Field> NAMES = Map.of(
            "Title", Field.TITLE,
            "URL", Field.URL,
            "Link", Field.URL,
            "Timestamp", Field.PUBLISHED,
            "Date", Field.PUBLISHED,
            "Published", Field.PUBLISHED,
            "Author", Field.AUTHOR,
            "Uploader", Field.AUTHOR,
            "Channel", Field.AUTHOR);

    private Capture() {}

    static Reading read(Reading reading) {
        TracedText text = reading.text();
        Matcher field = FIELD.matcher(text.toString());
        Reading read = reading;
        int fields = 0;
        int end = 0;
        while (field.region(end, text.length()).lookingAt()) {
            fields++;
            end = field.end();
            Field known = NAMES.get(field.group(1));
            if (known != null) {
                read = take(read, known, text.subSequence(field.start(2), field.end(2)));
            }
        }
        if (fields < FEWEST_FIELDS || read.metadata().first(Field.TITLE).isEmpty()) {
            return reading;
        }
        return read.withText(text.from(end).remove(SECTION));
    }

    private static Reading take(Reading reading, Field field, TracedText value) {
        Matcher video = BILIBILI.matcher(value.toString());
        if (field != Field.TITLE || !video.find()) {
            return reading.with(field, value);
        }
        String id = video.group(1);
        return reading.with(field, value.remove(BILIBILI))
                .withEmbed(new Embed("bilibili", id, "https://www.bilibili.com/video/" + id));
    }
}
