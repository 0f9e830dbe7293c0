package parallax.enrich.normalize;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import parallax.enrich.text.Seeker;

/** Tells transcript, summary, commentary and article apart by how they are written. */
final class Form {

    static final String ARTICLE = "article";
    static final String SUMMARY = "summary";
    static final String TRANSCRIPT = "transcript";
    static final String COMMENTARY = "commentary";

    private static final Pattern SPEAKER = Pattern.compile(
            "[ \\t*]*(?:\\[?\\(?\\d{1,2}:\\d{2}(?::\\d{2})?\\)?\\]?[ \\t*]*)?[\\p{Lu}\\p{IsHan}][\\p{L}.'·’ -]{1,30}"
                    + "[ \\t*]*(?:\\(?\\[?\\d{1,2}:\\d{2}(?::\\d{2})?\\]?\\)?)?[ \\t*]*[:：]");
    private static final Pattern BULLET = Pattern.compile("[ \\t]*(?:[-*+]|\\d{1,2}[.)])[ \\t]+\\S");
    private static final Seeker REPORTED = new Seeker(
                    Pattern.compile(
                            "说|說|表示|指出|强调|強調|认为|認為|坦言|透露|直言|解释|解釋|\\bsa(?:id|ys)\\b|\\bargue[sd]\\b|\\bexplain(?:s|ed)\\b|\\btold\\b"))
            .anywhere("说說表指强強认認坦透直解")
            .atWord("saet");
    private static final Seeker OPINION = new Seeker(Pattern.compile(
                    "(?:我的[\\p{IsHan}]{0,2}(?:判断|判斷|观察|觀察|看法|观点|觀點|思考)|我认为|我認為|我觉得|我覺得|靠不靠谱|先别急着|我们真正|你怎么看|"
                            + "\\bin my view\\b|\\bmy take\\b|\\bI think\\b|\\bI believe\\b)",
                    Pattern.CASE_INSENSITIVE))
            .anywhere("我靠先你")
            .atWord("iImM");
    /** A heading may end in a full stop as well, but has its mark. */
    private static final Pattern SENTENCE = Pattern.compile("\\s*(?![#*]).*[.。…][\\s”’\"]*");

    private static final int TURNS = 3;
    private static final String PUNCTUATION = "\n，。！？、；：,.!?;:";
    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int WITHOUT_A_COMMA = 300;

    /** So much of a text tells how it is written. */
    private static final int SAMPLE = 20_000;

    private Form() {}

    static String of(CharSequence text, Set<String> labels) {
        String markdown = text.toString().substring(0, Math.min(SAMPLE, text.length()));
        List<String> written = markdown.lines().filter(line -> !line.isBlank()).toList();
        double lines = Math.max(1, written.size());
        long speakers = speakers(written);
        if (labels.contains(Reading.ASR_TRANSCRIPT) || (speakers >= 8 && speakers / lines > 0.25)) {
            return TRANSCRIPT;
        }
        if (labels.contains(Reading.MACHINE_SUMMARY) || (lines >= 6 && beginning(BULLET, written) / lines > 0.5)) {
            return SUMMARY;
        }
        double thousands = Math.max(1, markdown.length() / 1000.0);
        boolean opinionated = count(OPINION, markdown) / thousands >= 0.25;
        return opinionated && count(REPORTED, markdown) / thousands < 3 ? COMMENTARY : ARTICLE;
    }

    /** Whether a text begins with what it says, a sentence or somebody's turn in a conversation, and not with its title. */
    static boolean opensWithProse(CharSequence text) {
        List<String> opening = text.subSequence(0, Math.min(SAMPLE, text.length()))
                .toString()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(TURNS)
                .toList();
        return !opening.isEmpty() && (SENTENCE.matcher(opening.get(0)).matches() || speakers(opening) == TURNS);
    }

    /** Speech recognition writes on and on without a comma. */
    static boolean isRecognisedSpeech(CharSequence text) {
        String written = text.toString();
        int run = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= FIRST_IDEOGRAPH && Character.isIdeographic(c)) {
                run++;
            } else if (run > 0 && PUNCTUATION.indexOf(c) >= 0) {
                run = 0;
            }
            if (run > WITHOUT_A_COMMA) {
                return true;
            }
        }
        return false;
    }

    private static long speakers(List<String> lines) {
        return beginning(
                SPEAKER,
                lines.stream()
                        .filter(line -> line.indexOf(':') >= 0 || line.indexOf('：') >= 0)
                        .toList());
    }

    private static long beginning(Pattern pattern, List<String> lines) {
        return lines.stream().filter(line -> pattern.matcher(line).lookingAt()).count();
    }

    private static int count(Seeker phrases, String text) {
        Seeker.Search search = phrases.in(text);
        int count = 0;
        while (search.find()) {
            count++;
        }
        return count;
    }
}
