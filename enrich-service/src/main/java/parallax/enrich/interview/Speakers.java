package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parallax.enrich.text.Seeker;

/** Who is marked as speaking in a transcript, how often, and how often with a question. */
final class Speakers {

    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final String NAME =
            "(\\p{Lu}[\\p{L}\\p{N}.'-]*+(?: \\p{Lu}[\\p{L}.'-]*+){0,2}+|\\p{IsHan}[\\p{IsHan}·]{1,11}+)";

    /** {@code **Name** (00:01:02):} at the beginning of a line. */
    private static final Seeker LABEL = new Seeker(Pattern.compile("(?m)^[>\\s*#-]{0,8}+" + NAME
                    + "\\*{0,2}[ \\t]{0,2}(?:[(（\\[][\\d: ]{3,12}[)）\\]])?[ \\t]{0,2}\\*{0,2}[:：]"))
            .atLine(c -> ">*#-".indexOf(c) >= 0
                    || Character.isWhitespace(c)
                    || Character.isUpperCase(c)
                    || c >= FIRST_IDEOGRAPH);

    /** {@code [04:25 Name]} after what was said. */
    private static final Seeker STAMP = new Seeker(Pattern.compile(
                    "\\[\\d{1,2}:\\d\\d(?::\\d\\d)? (\\p{Lu}[\\p{L}.'-]*(?: \\p{Lu}[\\p{L}.'-]*){0,2})\\]"))
            .anywhere("[");

    private static final Set<String> NOBODY =
            Set.of("speaker", "host", "guest", "interviewer", "主持人", "嘉宾", "访谈者", "旁白", "note", "q", "a");

    /** A heading with a colon, not a name: the core question. */
    private static final Pattern HEADING =
            Pattern.compile("(?:问题|原话|金句|观点|结论|总结|要点|背景|来源|案例|建议|方法|框架|原则|洞察|启示|主持人问|嘉宾答)\\z");

    private static final int FEWEST = 3;

    private Speakers() {}

    /**
     * One who speaks.
     *
     * @param turns how often
     * @param questions how many of the turns hold a question mark
     * @param share of all turns
     */
    record Speaker(String name, int turns, int questions, double share) {}

    private record Turn(String name, int start, int end) {}

    static List<Speaker> in(String folded) {
        List<Turn> turns = new ArrayList<>();
        Seeker.Search label = LABEL.in(folded);
        while (label.find()) {
            turns.add(new Turn(
                    label.match().group(1),
                    label.match().start(1),
                    label.match().end()));
        }
        Map<String, int[]> counts = new LinkedHashMap<>();
        boolean alone = turns.stream().map(Turn::name).distinct().count() == 1;
        for (int i = 0; i < turns.size(); i++) {
            int until = i + 1 < turns.size() ? turns.get(i + 1).start() : folded.length();
            boolean asks = asks(
                    folded,
                    turns.get(i).end(),
                    alone ? lineEnd(folded, turns.get(i).end(), until) : until);
            count(counts, turns.get(i).name(), asks);
        }
        Seeker.Search stamp = STAMP.in(folded);
        while (stamp.find()) {
            count(counts, stamp.match().group(1), false);
        }
        counts.entrySet()
                .removeIf(entry -> entry.getValue()[0] < FEWEST
                        || NOBODY.contains(entry.getKey().toLowerCase(Locale.ROOT))
                        || HEADING.matcher(entry.getKey()).find());
        double all = counts.values().stream().mapToInt(c -> c[0]).sum();
        return counts.entrySet().stream()
                .map(entry -> new Speaker(
                        entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[0] / all))
                .toList();
    }

    private static void count(Map<String, int[]> counts, String name, boolean asks) {
        int[] count = counts.computeIfAbsent(name, n -> new int[2]);
        count[0]++;
        count[1] += asks ? 1 : 0;
    }

    /** Where one alone is named, what stands in lines of its own is said by others. */
    private static int lineEnd(String text, int start, int end) {
        int at = text.indexOf('\n', start);
        return at < 0 || at > end ? end : at;
    }

    private static boolean asks(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '？') {
                return true;
            }
        }
        return false;
    }
}
