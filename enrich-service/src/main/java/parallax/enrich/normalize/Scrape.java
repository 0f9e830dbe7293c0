package parallax.enrich.normalize;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;

/** Takes off what a page that was scraped as text brings along: date line, tag line, menus, related posts. */
final class Scrape {

    private static final String CHROME = "目录|目錄|文章信息|文章資訊|字数|字數|阅读时间|閱讀時間|发布时间|發佈時間|更新时间|更新時間|标签|標籤|分享这篇文章|分享這篇文章|分享|"
            + "上一篇|下一篇|首页|首頁|关于|關於|菜单|搜索|搜尋|评论|留言|登录|登入|订阅|訂閱|"
            + "Table of contents|Contents|Reading time|Published|Updated|Tags|Share|Share this(?: post| article)?|"
            + "Previous|Next|Home|About|Menu|Search|Comments|Log ?in|Subscribe";
    private static final Pattern MENU = Pattern.compile(
            "(?:^[ \\t]*(?:" + CHROME + "|(?:#[^\\s#]+[ \\t]*)+)[ \\t]*(?:\\R\\s*|\\z)){3,}",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern TAIL = Pattern.compile(
            "^[ \\t#*]*(?:相关文章推荐|相关文章|相关阅读|相关推荐|相關文章|相關閱讀|推荐阅读|推薦閱讀|延伸閱讀|延伸阅读|猜你喜欢|猜你喜歡|"
                    + "分享这篇文章|分享這篇文章|Related (?:posts|articles|reading|stories)|You (?:may|might) also like|"
                    + "More from [^\\n]{1,40}|Recommended(?: for you| reading)?)[ \\t*:：]*$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_LINE = Pattern.compile(
            "^[^\\w\\n\\p{IsHan}]{0,4}(20\\d\\d(?:年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2}))[^\\n]{0,30}(?:\\R|\\z)",
            Pattern.MULTILINE);
    private static final Pattern TAG_LINE =
            Pattern.compile("^[ \\t]*((?:#[^\\s#]+[ \\t]*)+)(?:\\R|\\z)", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("#([^\\s#]+)");
    private static final int TOP = 600;

    private Scrape() {}

    static Reading read(Reading reading) {
        TracedText text = cutTail(reading.text());
        text = text.remove(MENU);
        Reading read = reading;
        Matcher date = DATE_LINE.matcher(text);
        if (date.find()
                && date.start() < TOP
                && read.metadata().first(Field.PUBLISHED).isEmpty()) {
            read = read.with(Field.PUBLISHED, text.subSequence(date.start(1), date.end(1)));
            text = text.without(date.start(), date.end());
        }
        Matcher tags = TAG_LINE.matcher(text);
        if (tags.find() && tags.start() < TOP) {
            TracedText line = text.subSequence(tags.start(1), tags.end(1));
            List<MatchResult> all = TAG.matcher(line).results().toList();
            for (MatchResult tag : all) {
                read = read.with(Field.TAG, line.subSequence(tag.start(1), tag.end(1)));
            }
            text = text.without(tags.start(), tags.end());
        }
        return read.withText(text);
    }

    /** Related posts stand last: a heading of that name in the first half is part of the article. */
    private static TracedText cutTail(TracedText text) {
        Matcher tail = TAIL.matcher(text);
        int from = text.length() / 4;
        return tail.find(from) ? text.subSequence(0, tail.start()) : text;
    }
}
