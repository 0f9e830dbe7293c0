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
    private static final Pattern LINE = Pattern.compile(".*(?:\\R|\\z)");
    private static final Pattern DATE_LINE = Pattern.compile(
            "^[^\\w\\n\\p{IsHan}]{0,4}(20\\d\\d(?:年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2}))[^\\n]{0,30}(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern TAG_LINE =
            Pattern.compile("^[ \\t]*((?:#[^\\s#]+[ \\t]*)+)(?:\\R|\\z)", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("#([^\\s#]+)");
    private static final Pattern DECORATION = Pattern.compile("^[\\s#*]+|[\\s*:：]+$");

    private Scrape() {}

    static Reading read(Reading reading) {
        TracedText text = withoutMenus(cutTail(reading.text()));
        Reading read = reading;
        Matcher date = DATE_LINE.matcher(top(text));
        if (date.find() && read.metadata().first(Field.PUBLISHED).isEmpty()) {
            read = read.with(Field.PUBLISHED, text.subSequence(date.start(1), date.end(1)));
            text = text.without(date.start(), date.end());
        }
        Matcher tags = TAG_LINE.matcher(top(text));
        if (tags.find()) {
            TracedText line = text.subSequence(tags.start(1), tags.end(1));
            for (MatchResult tag : TAG.matcher(line).results().toList()) {
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
    private static TracedText cutTail(TracedText text) {
        for (MatchResult line : shortLines(text)) {
            if (line.start() >= text.length() / 4 && TAIL.contains(plain(line))) {
                return text.subSequence(0, line.start());
            }
        }
        return text;
    }

    private static TracedText withoutMenus(TracedText text) {
        TracedText left = text;
        List<MatchResult> run = new ArrayList<>();
        List<MatchResult> lines = shortLines(text);
        for (int i = lines.size() - 1; i >= -1; i--) { // from the end, so that places further up stay true
            boolean blank = i >= 0 && lines.get(i).group().isBlank();
            boolean adjoins = i >= 0
                    && (run.isEmpty()
                            || lines.get(i).end() == run.get(run.size() - 1).start());
            if (i >= 0 && adjoins && (isChrome(lines.get(i)) || (blank && !run.isEmpty()))) {
                run.add(lines.get(i));
                continue;
            }
            if (run.stream().filter(Scrape::isChrome).count() >= FEWEST_CHROME) {
                left = left.without(run.get(run.size() - 1).start(), run.get(0).end());
            }
            run.clear();
            if (i >= 0 && isChrome(lines.get(i))) {
                run.add(lines.get(i));
            }
        }
        return left;
    }

    private static Set<String> words(String list) {
        return Pattern.compile("\\|\\n?").splitAsStream(list).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isChrome(MatchResult line) {
        return CHROME.contains(plain(line)) || TAG_LINE.matcher(line.group()).matches();
    }

    private static String plain(MatchResult line) {
        return DECORATION.matcher(line.group()).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static List<MatchResult> shortLines(TracedText text) {
        return LINE.matcher(text.toString())
                .results()
                .filter(line -> line.end() > line.start() && line.end() - line.start() <= LONGEST)
                .toList();
    }
}
