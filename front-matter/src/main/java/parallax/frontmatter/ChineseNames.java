package parallax.frontmatter;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Fields that are named in Chinese, also under the names that site generators know. What says so in both languages holds as it is. */
final class ChineseNames {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            entry("標題", "title"),
            entry("标题", "title"),
            entry("題目", "title"),
            entry("题目", "title"),
            entry("作者", "author"),
            entry("日期", "date"),
            entry("發布日期", "date"),
            entry("發佈日期", "date"),
            entry("发布日期", "date"),
            entry("發表日期", "date"),
            entry("发表日期", "date"),
            entry("標籤", "tags"),
            entry("标签", "tags"),
            entry("分類", "categories"),
            entry("分类", "categories"),
            entry("摘要", "description"),
            entry("語言", "language"),
            entry("语言", "language"),
            entry("節目", "show"),
            entry("节目", "show"),
            entry("播客", "podcast"),
            entry("頻道", "channel"),
            entry("频道", "channel"),
            entry("來賓", "guest"),
            entry("来宾", "guest"),
            entry("嘉賓", "guest"),
            entry("嘉宾", "guest"),
            entry("受訪者", "guest"),
            entry("受访者", "guest"),
            entry("主持", "host"),
            entry("主持人", "host"),
            entry("主播", "host"),
            entry("期數", "episode"),
            entry("期数", "episode"),
            entry("集數", "episode"),
            entry("集数", "episode"),
            entry("草稿", "draft"));

    private static final Map<String, String> ANSWERS = Map.of(
            "是", "true", "真", "true", "對", "true", "对", "true", "yes", "true", "否", "false", "假", "false", "no",
            "false");

    private ChineseNames() {}

    /** All of {@code fields}, and behind them what they are called elsewhere. */
    static Map<String, FrontMatter.Field> known(Map<String, FrontMatter.Field> fields) {
        Map<String, FrontMatter.Field> all = new LinkedHashMap<>(fields);
        fields.forEach((name, field) -> {
            String known = KNOWN.get(name.strip());
            if (known != null) {
                all.putIfAbsent(known, known.equals("draft") ? answered(field) : field);
            }
        });
        return all.size() == fields.size() ? fields : Collections.unmodifiableMap(all);
    }

    private static FrontMatter.Field answered(FrontMatter.Field field) {
        return field.value() instanceof String text
                ? new FrontMatter.Field(
                        ANSWERS.getOrDefault(text.strip().toLowerCase(Locale.ROOT), text), field.start(), field.end())
                : field;
    }
}
