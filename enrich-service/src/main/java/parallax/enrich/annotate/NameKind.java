package parallax.enrich.annotate;

import java.util.List;
import java.util.regex.Pattern;
import parallax.enrich.text.Seeker;

/** What the words beside a name say of its being a person's, an organisation's or a product's. */
final class NameKind {

    private static final int NEAR = 20;

    private static final Pattern FOUNDED =
            Pattern.compile("\\A ?(?:公司)?(?:的)?(?:联合|共同)?(?:创始人|创办人|CEO|首席执行官|(?i:founder|co-founder|ceo)\\b)");
    private static final Pattern FOUNDER_OF =
            Pattern.compile("(?i:\\b(?:founder|co-founder|ceo|founder (?:and|&) ceo)) (?:of|@|at) \\z");
    private static final Pattern ORGANISATION = Pattern.compile(
            "\\A.{0,2}(?:公司|团队|联合创始人|创始人|创办|的?首席|员工|工程师|CEO|COO|CTO|CPO|(?i: (?:ceo|cto|coo|cpo|founder|co-founder|inc|raised|team|employees|hired|acquired)\\b))");
    private static final Seeker AT_ORGANISATION = new Seeker(
                    Pattern.compile(
                            "(?:公司|加入|创办|创立|成立|就职于|任职于|收购|供职|(?i:\\b(?:at|joined|founded|founder of|ceo of|acquired|company|companies like|startup|worked for|works for|left|built)))[ :，,]{0,2}\\z"))
            .anywhere("公加创成就任收供")
            .atWord("ajfcswlbAJFCSWLB");
    private static final Pattern PRODUCT =
            Pattern.compile("\\A.{0,2}(?:模型|平台|工具|应用|系统|框架|编辑器|软件|产品|(?i: (?:app|model|tool|platform|api)\\b))");
    private static final Pattern PERSON = Pattern.compile(
            "\\A.{0,2}(?:说|认为|指出|提到|表示|强调|坦言|解释|分享|回忆|透露|觉得|先生|女士|教授|博士"
                    + "|(?i: (?:said|says|thinks|believes|told|argues|explains|talks|joins)\\b"
                    + "|,? (?:is|was) (?:the |an? )?(?:co-)?(?:founder|ceo|author|host)|, (?:the )?(?:co-)?(?:founder|ceo|author)))");
    private static final Seeker OF_PERSON = new Seeker(
                    Pattern.compile(
                            "(?:专访|对话|嘉宾|嘉宾简介|主持人|作者|创始人|(?i:\\b(?:said|says|asked|guest|host|author|interview with|joined by|with guest)))[ :：\\n]{0,2}\\z|\\| \\z"))
            .anywhere("专对嘉主作创|")
            .atWord("saghijwSAGHIJW");

    private final String text;

    NameKind(String text) {
        this.text = text;
    }

    /** Whether somebody is called its founder. */
    boolean isFounded(int start, int end) {
        return FOUNDED.matcher(after(end)).lookingAt()
                || FOUNDER_OF.matcher(before(start)).find();
    }

    /** Adds to {@code subject} what stands beside one of its mentions. */
    void read(Subject subject, List<String> words, int start, int end) {
        String before = before(start);
        String after = after(end);
        if (ORGANISATION.matcher(after).lookingAt() || AT_ORGANISATION.isIn(before)) {
            subject.is("organisation", 1);
        }
        if (PRODUCT.matcher(after).lookingAt()) {
            subject.is("product", 1);
        }
        if (PERSON.matcher(after).lookingAt() || (words.size() > 1 && OF_PERSON.isIn(before))) {
            subject.is("person", 2);
        }
    }

    private String before(int start) {
        return text.substring(Math.max(0, start - NEAR), start);
    }

    private String after(int end) {
        return text.substring(end, Math.min(text.length(), end + NEAR));
    }
}
