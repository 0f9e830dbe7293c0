package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;
import parallax.enrich.text.TracedText.Place;

/**
 * Reads subtitles ({@code .srt}, {@code .vtt}) as what was said: times and marks go, cues run together, and a new line begins
 * where another speaks or nobody does for a while.
 */
final class Subtitles {

    private static final Pattern BLOCK = Pattern.compile("(?:\\A|\\r?\\n[ \\t]*\\r?\\n)\\s*");
    private static final Pattern TIMES = Pattern.compile(
            "(?m)^[ \\t]*(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})[ \\t]*-->[ \\t]*(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3}).*$");
    private static final Pattern TITLE = Pattern.compile("\\A\\uFEFF?WEBVTT[ \\t]+(?:-[ \\t]*)?(\\S.*)");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[\\w.-]{1,30})?[ \\t]+(?=[^<>\\n]{1,100}:)");
    private static final Pattern VOICE_END = Pattern.compile("(?<=<v[. ][^<>\\n]{1,130})>");
    private static final Pattern MARK =
            Pattern.compile("</?[A-Za-z][^<>\\n]{0,100}>|<[\\d:.]{5,16}>|\\{\\\\[^{}\\n]{0,60}\\}");
    private static final Pattern SPEAKER = Pattern.compile(
            "\\A(?:>>+[ \\t]*|-[ \\t]+)?(?:\\[[\\p{Lu}\\p{IsHan}][^\\]\\n]{0,40}\\][ \\t]*:|[\\p{Lu}\\p{IsHan}][\\p{L}.'·’ -]{0,30}[:：])");
    private static final Pattern TURN = Pattern.compile("\\A(?:>>+|-)[ \\t]*");

    /** Words that carry times of their own are a recogniser's, as are notes of how sure it was. */
    private static final Pattern RECOGNISED = Pattern.compile(
            "<\\d\\d:\\d\\d:\\d\\d\\.\\d{3}><c>|(?m)^NOTE\\b.*(?i:confidence|auto-?generated|automatic|whisper|speech recognition|\\basr\\b|自动|自動|机器|機器|语音识别|語音辨識)");

    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|nbsp|lrm|rlm);");
    private static final Map<String, String> ENTITIES = Map.of("amp", "&", "lt", "<", "gt", ">", "nbsp", " ");

    private static final double LONG_PAUSE = 3;
    private static final int LONG_PARAGRAPH = 600;

    private Subtitles() {}

    static Reading read(Reading reading) {
        TracedText file = reading.text();
        Reading read = reading;
        Matcher title = TITLE.matcher(file);
        if (title.find()) {
            read = read.with(Field.TITLE, file.subSequence(title.start(1), title.end(1)));
        }
        if (RECOGNISED.matcher(file).find()) {
            read = read.withLabel(Reading.ASR_TRANSCRIPT);
        }
        return read.withText(said(file));
    }

    private static TracedText said(TracedText file) {
        List<TracedText> lines = new ArrayList<>();
        TracedText paragraph = file.subSequence(0, 0);
        TracedText previous = paragraph;
        double end = 0;
        for (Place block : blocks(file)) {
            TracedText cue = file.subSequence(block.start(), block.end());
            Matcher times = TIMES.matcher(cue);
            if (!times.find()) {
                continue; // header, note, style or region
            }
            boolean paused = seconds(times, 1) - end > LONG_PAUSE;
            end = seconds(times, 5);
            for (TracedText line : lines(voiced(cue.from(times.end())))) {
                if (line.toString().equals(previous.toString())) {
                    continue; // rolling captions show each line twice
                }
                previous = line;
                boolean turn =
                        SPEAKER.matcher(line).find() || TURN.matcher(line).find();
                boolean full = paragraph.length() > LONG_PARAGRAPH && endsSentence(paragraph);
                if (!paragraph.isEmpty() && (turn || paused || full)) {
                    lines.add(paragraph);
                    lines.add(file.subSequence(0, 0));
                    paragraph = file.subSequence(0, 0);
                }
                paused = false;
                paragraph = paragraph.isEmpty() ? line : joined(paragraph, line);
            }
        }
        lines.add(paragraph);
        return TracedText.lines(lines).strip();
    }

    private static List<Place> blocks(TracedText file) {
        List<Place> blocks = new ArrayList<>();
        Matcher between = BLOCK.matcher(file);
        int start = 0;
        while (between.find()) {
            if (between.start() > start) {
                blocks.add(new Place(start, between.start()));
            }
            start = between.end();
        }
        blocks.add(new Place(start, file.length()));
        return blocks;
    }

    /** {@code <v Ann>Hello} is {@code Ann: Hello}. */
    private static TracedText voiced(TracedText cue) {
        return cue.replace(VOICE_END, end -> ": ")
                .replace(VOICE, voice -> "\n")
                .remove(MARK)
                .replace(ENTITY, entity -> ENTITIES.getOrDefault(entity.group(1), ""));
    }

    private static List<TracedText> lines(TracedText cue) {
        List<TracedText> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= cue.length(); at++) {
            if (at == cue.length() || cue.charAt(at) == '\n' || cue.charAt(at) == '\r') {
                TracedText line = cue.subSequence(start, at).strip();
                Matcher turn = TURN.matcher(line);
                if (turn.find()
                        && turn.end() < line.length()
                        && SPEAKER.matcher(line).find()) {
                    line = line.from(turn.end());
                }
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                start = at + 1;
            }
        }
        return lines;
    }

    private static TracedText joined(TracedText paragraph, TracedText line) {
        boolean spaced = !Character.isIdeographic(paragraph.charAt(paragraph.length() - 1))
                || !Character.isIdeographic(line.charAt(0));
        TracedText two = TracedText.lines(List.of(paragraph, line));
        TracedText whole = two.subSequence(0, two.length() - 1);
        int seam = paragraph.length();
        return spaced
                ? whole.map(text -> text.substring(0, seam) + " " + text.substring(seam + 1))
                : whole.without(seam, seam + 1);
    }

    private static boolean endsSentence(TracedText text) {
        return ".!?。！？…\"”".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static double seconds(Matcher times, int group) {
        String hours = times.group(group);
        return (hours == null ? 0 : Integer.parseInt(hours)) * 3600
                + Integer.parseInt(times.group(group + 1)) * 60
                + Integer.parseInt(times.group(group + 2))
                + Integer.parseInt(times.group(group + 3)) / 1000.0;
    }
}
