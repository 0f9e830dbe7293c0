package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parallax.enrich.text.TracedText;

/** Takes off what a page that was scraped as text brings along: date line, tag line, menus, related posts. */
final class Scrape {

    /** Entries of menus and of article chrome; three or more of them in a row are no prose. */
    private static final Set<String> CHROME = words("""
            目录|目錄|文章信息|文章資訊|字数|字數|阅读时间|閱讀時間|发布时间|發佈時間|更新时间|更新時間|标签|標籤|分享这篇文章|分享這篇文章|分享|
            上一篇|下一篇|首页|首頁|关于|關於|菜单|搜索|搜尋|评论|留言|登录|登入|订阅|訂閱|
            table of contents|contents|reading time|published|updated|tags|share|share this|share this post|share this article|
            previous|next|home|about|menu|search|comments|login|log in|subscribe""");

    /** Headings below which other articles are advertised. */
    private static final Set<String> TAIL = words("""
            相关文章推荐|相关文章|相关阅读|相关推荐|相關文章|相關閱讀|推荐阅读|推薦閱讀|延伸閱讀|延伸阅读|猜你喜欢|猜你喜歡|分享这篇文章|分享這篇文章|
            related posts|related articles|related reading|related stories|you may also like|you might also like|
            recommended|recommended for you|recommended reading""");

    private static final int LONGEST = 40;
    private static final int FEWEST_CHROME = 3;
    private static final int TOP = 600;
    private static final Pattern DATE_LINE = Pattern.compile(
            "^[^\\w\\n\\p{IsHan}]{0,4}(20\\d\\d(?:年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2}))[^\\n]{0,30}(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern TAG_LINE =
            Pattern.compile("^[ \\t]*((?:#[^\\s#]+[ \\t]*)+)(?:\\R|\\z)", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("#([^\\s#]+)");
    private static final String SPACE = " \t\n\u000b\f\r";
    private static final String DECORATES_START = SPACE + "#*";
    private static final String DECORATES_END = SPACE + "*:：";

    private Scrape() {}

    static Reading read(Reading reading) {
        List<Line> lines = shortLines(reading.text().toString());
        TracedText whole = cutTail(reading.text(), lines);
        TracedText text = withoutMenus(
                whole,
                lines.stream().filter(line -> line.end() <= whole.length()).toList());
        Reading read = reading;
        Matcher date = DATE_LINE.matcher(top(text));
        if (date.find() && read.metadata().first(Field.PUBLISHED).isEmpty()) {
            read = read.with(Field.PUBLISHED, text.subSequence(date.start(1), date.end(1)));
            text = text.without(date.start(), date.end());
        }
        Matcher tags = TAG_LINE.matcher(top(text));
        if (tags.find()) {
            TracedText line = text.subSequence(tags.start(1), tags.end(1));
            for (MatchResult tag : TAG.matcher(line.toString()).results().toList()) {
                read = read.with(Field.TAG, line.subSequence(tag.start(1), tag.end(1)));
            }
            text = text.without(tags.start(), tags.end());
        }
        return read.withText(text);
    }

    private static String top(TracedText text) {
        return text.toString().substring(0, Math.min(TOP, text.length()));
    }

    /** Related posts stand last: a heading of that name in the first quarter is part of the article. */
    private static TracedText cutTail(TracedText text, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.start() >= text.length() / 4 && TAIL.contains(line.plain()))
                .findFirst()
                .map(line -> text.subSequence(0, line.start()))
                .orElse(text);
    }

    private static TracedText withoutMenus(TracedText text, List<Line> lines) {
        TracedText left = text;
        List<Line> run = new ArrayList<>();
        for (int i = lines.size() - 1; i >= -1; i--) { // from the end, so that places further up stay true
            Line line = i < 0 ? null : lines.get(i);
            boolean adjoins = line != null
                    && (run.isEmpty() || line.end() == run.get(run.size() - 1).start());
            if (line != null && adjoins && (line.isChrome() || (line.isBlank() && !run.isEmpty()))) {
                run.add(line);
                continue;
            }
            if (run.stream().filter(Line::isChrome).count() >= FEWEST_CHROME) {
                left = left.without(run.get(run.size() - 1).start(), run.get(0).end());
            }
            run.clear();
            if (line != null && line.isChrome()) {
                run.add(line);
            }
        }
        return left;
    }

    private static Set<String> words(String list) {
        return Pattern.compile("\\|\\n?").splitAsStream(list).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A short line.
     *
     * @param end after the line's end
     * @param plain what it says, without decoration and in lower case; empty if it says nothing
     */
    private record Line(int start, int end, String plain, boolean isChrome) {

        static Line of(int start, int end, String written) {
            if (written.isBlank()) {
                return new Line(start, end, "", false);
            }
            String plain = plain(written).toLowerCase(Locale.ROOT);
            boolean tags =
                    written.indexOf('#') >= 0 && TAG_LINE.matcher(written).matches();
            return new Line(start, end, plain, tags || CHROME.contains(plain));
        }

        private static String plain(String written) {
            int start = 0;
            int end = written.length();
            while (start < end && DECORATES_START.indexOf(written.charAt(start)) >= 0) {
                start++;
            }
            while (end > start && DECORATES_END.indexOf(written.charAt(end - 1)) >= 0) {
                end--;
            }
            return written.substring(start, end);
        }

        boolean isBlank() {
            return plain.isEmpty() && !isChrome;
        }
    }

    private static List<Line> shortLines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            if (end - start <= LONGEST) {
                lines.add(Line.of(start, end, text.substring(start, end)));
            }
            start = end;
        }
        return lines;
    }
}
