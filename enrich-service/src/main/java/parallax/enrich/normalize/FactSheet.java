package parallax.enrich.normalize;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;

/** Reads what an article says of itself in a list on top: {@code - **Channel:** name}. The list stays where it is. */
final class FactSheet {

    private static final Pattern ITEM = Pattern.compile(
            "^[ \\t]*[-*+][ \\t]+\\*\\*([^*:：\\n]{2,20})(?:[:：][ \\t]*\\*\\*|\\*\\*[ \\t]*[:：])[ \\t]*([^\\n]{1,300})$",
            Pattern.MULTILINE);
    private static final int TOP = 4000;
    private static final int FEWEST = 2;
    private static final Map<Field, Set<String>> NAMES = new EnumMap<>(Map.of(
            Field.SHOW, Set.of("podcast", "show", "节目", "節目", "播客"),
            Field.CHANNEL, Set.of("channel", "频道", "頻道"),
            Field.PUBLISHED, Set.of("published", "date", "published on", "发布日期", "發布日期", "發佈日期", "发布时间", "發佈時間", "日期"),
            Field.RECORDING, Set.of("source", "video", "link", "url", "来源链接", "視頻", "视频", "链接", "連結"),
            Field.GUEST, Set.of("guest", "guests", "嘉宾", "嘉賓", "访谈嘉宾", "訪談嘉賓", "受访者", "受訪者"),
            Field.HOST, Set.of("host", "hosts", "interviewer", "主持人", "主持", "采访者", "採訪者")));

    private FactSheet() {}

    static Reading read(Reading reading) {
        TracedText top =
                reading.text().subSequence(0, Math.min(TOP, reading.text().length()));
        Reading read = reading;
        Set<Field> known = new TreeSet<>();
        for (MatchResult item : ITEM.matcher(top.toString()).results().toList()) {
            String name = item.group(1).strip().toLowerCase(Locale.ROOT);
            for (Map.Entry<Field, Set<String>> field : NAMES.entrySet()) {
                if (field.getValue().contains(name)) {
                    known.add(field.getKey());
                    read = read.with(field.getKey(), top.subSequence(item.start(2), item.end(2)));
                }
            }
        }
        return known.size() >= FEWEST || known.equals(Set.copyOf(List.of(Field.GUEST))) ? read : reading;
    }
}
