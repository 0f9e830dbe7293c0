package parallax.enrich.interview;

import java.util.regex.Pattern;
import parallax.enrich.text.Seeker;

/** The words by which a text says that it speaks of an interview. All are for folded text. */
final class Cues {

    /** Names of the thing itself. */
    static final String INTERVIEW =
            "(?:访谈|专访|采访|对谈|对话|播客|单集|节目|峰会|座谈|圆桌|(?i:podcast|postcast|interview|conversation|episode|fireside chat|summit|q&a))";

    private static final String OF_IT =
            INTERVIEW + "|做客|受访|嘉宾|主持人|(?i:\\btalks? (?:to|with)\\b|\\bsat down with\\b|\\btranscript\\b)";

    /** What {@link #OF_IT} begins with, anywhere and at a word. */
    private static final String BEGINS = "访专采对播单节峰座圆做受嘉主picefsqPICEFSQ";

    private static final String BEGINS_WORD = "tsTS";

    /** Words that say that there was one. */
    static final Seeker ANY =
            new Seeker(Pattern.compile(OF_IT)).anywhere(BEGINS).atWord(BEGINS_WORD);

    /** What says that a length of time is that of one. */
    static final Seeker LENGTH = new Seeker(
                    Pattern.compile(OF_IT + "|时长|全长|历时|长达|(?i:\\b(?:runs?|ran|lasts?|lasted|duration|length)\\b)"))
            .anywhere(BEGINS + "时全历长")
            .atWord(BEGINS_WORD + "rldRLD");

    /** Between these stand the people who asked. */
    static final Seeker PARTNERS = new Seeker(
                    Pattern.compile("接受了?([^。！？\\n]{2,80}?)(?:的|长达|进行的)[^。！？\\n]{0,14}?(?:对话|专访|采访|访谈|提问)"
                            + "|(?:与|和|同|跟)([^。！？\\n]{2,60}?)(?:的|进行了?|展开)?[^。！？\\n]{0,10}?(?:对话|对谈|访谈|长谈)"
                            + "|(?i:interviewed by|hosted by|hosts?:)([^.\\n]{2,60})"))
            .anywhere("接与和同跟ihIH");

    /** The group of {@link #PARTNERS} in which either may have asked. */
    static final int EITHER = 2;

    /** What precedes the name of a guest. */
    static final Seeker BEFORE_GUEST = new Seeker(
                    Pattern.compile(
                            "(?:专访|对话|对谈|访谈|采访|[嘉来]宾(?:简介|介绍)?[*:：是为 ]{0,4}|受访[者人]|访谈对象为?|邀请(?:了|到|来)?|访|做客的是"
                                    + "|(?i:interview(?:ing)? with|conversation with|guest:?|guest is|guest today is|featuring|ft\\.?|joined by"
                                    + "|with(?: me(?: today| here)?(?: is)?)?|w/|speaking with|talking to|welcome,?))[\\s*:：|《\"]{0,4}\\z"))
            .anywhere("专对访采嘉来受邀做icgfjwstICGFJWST");

    /** What follows the name of a guest. */
    static final Pattern AFTER_GUEST = Pattern.compile(
            "\\*{0,2}(?:[(（][^)）\\n]{1,60}[)）])?[\\s，,]{0,2}(?:[^，。\\n]{0,12}?(?:访谈|专访|做客|接受|受访|的对话|播客摘要|摘要|在一起)|是"
                    + "|(?i:is (?:the|a|an|one|back|co|founder|ceo)|joins|interview|on the ))");

    /** What precedes the name of a person who asks. */
    static final Seeker BEFORE_HOST = new Seeker(Pattern.compile(
                    "(?:主持人?(?:是|为|:|：|\\*)*|(?:大家|你|您)好[，,！!。 ]{1,2}我是[^，。！\\n]{0,24}?|接受了?|与|和|同|由|频道|作者/来源[*:： ]*|(?i:hosted by|host:?|interviewer:?|your host,?|I'm|I am|my name is|this is|by))"
                            + "[\\s*:：|\"]{0,4}\\z"))
            .anywhere("主大你您接与和同由频作hiymtbHIYMTB");

    /** Who is named with another, or by whom something else was done, need not have asked. */
    static final Pattern BESIDE =
            Pattern.compile("(?:[与和同由]|(?<!(?i:hosted|interviewed|moderated) )(?i:\\bby))[\\s*:：|\"]{0,4}\\z");

    /** What says so outright. */
    static final Seeker HOST_OUTRIGHT = new Seeker(
                    Pattern.compile(
                            "(?:主持人[*]{0,2}[:：是为]?|主持[:：]|(?i:interviewed by|hosted by|\\bhosts?:?|interviewer:|my name is))[\\s*,]{0,4}\\z"))
            .anywhere("主ihmIHM");

    /** What follows the name of a person who asks. */
    static final Pattern AFTER_HOST =
            Pattern.compile("\\*{0,2}[)）\\s]{0,2}(?:的?(?:播客|节目|频道|专访|采访|主持|追问|反问|问(?!题)|提问|对话|访谈)"
                    + "|(?i:'s podcast|asks?|asked|press(?:es|ed)|interview(?:s|ed)|hosts| podcast))");

    /** What follows the name of a person who is quoted. */
    static final Pattern SAYS = Pattern.compile(
            "\\*{0,2}(?:[(（][^)）\\n]{1,40}[)）])? ?(?:自己|也|还|则|就|后来|当时|曾|一再|反复|在[^，。\\n]{2,16}中?)?"
                    + "(?:说|讲|认为|表示|坦言|回答|解释|回忆|承认|指出|提到|透露|谈到|聊到|强调|觉得|的(?:说法|回答|判断|看法|观点|结论|比喻|话)|[:：]"
                    + "|(?i:(?:'s (?:answer|point|argument|view)|say(?:s|ing)?|said|explain(?:s|ed)|argue(?:s|d)|recall(?:s|ed)|admit(?:s|ted)|answer(?:s|ed)|tells?|told|thinks?|believe(?:s|d)|describe(?:s|d)|insist(?:s|ed)|repl(?:ies|ied)|reckons?|claim(?:s|ed))\\b))");

    /** Only those of the script that goes on are tried. */
    private static final String AN_OFFICE =
            "(?:(?![!-~])(?:创始人|创办人|董事长|总裁|总经理|首席|掌门|执行长|负责人|合伙人|所长|院长|主任|教授|博士|研究员|科学家|工程师|设计师|作者|经济学家|医生|老板)"
                    + "|(?=[acdefhprsACDEFHPRS])(?:CEO|CTO|COO|CFO|CPO"
                    + "|(?i:founders?|chief|president|chair(?:man|woman)?|professor|director|head of|author|economist|physician|scientist|engineer|researcher)))";

    /** What stands before or after a name and says what that person is. */
    static final Seeker OFFICE_BEFORE = new Seeker(Pattern.compile(AN_OFFICE + "(?:兼[^，。\\n]{1,6})?,? ?\\z"))
            .anywhere("创董总首掌执负合所院主教博研科工设作经医老acdefhprsACDEFHPRS");

    static final Pattern OFFICE_AFTER =
            Pattern.compile("\\*{0,2}(?:[(（][^)）\\n]{1,40}[)）])?[，,(（ ]{1,3}[^。;；\\n]{0,24}?" + AN_OFFICE);

    /** What stands between a firm and one of its people: Kelp Energy创始人, founder of Kelp Energy. */
    private static final Pattern AFTER_FIRM = Pattern.compile(
            "\\s?的?(?:联合|共同|前|现任)?(?:创始人|创办人|首席|总裁|总经理|董事长|负责人|合伙人|创始|掌门|产品经理|工程师|研究员|科学家|(?:CEO|CTO|COO|CFO|CPO)(?![A-Za-z]))");

    private static final Pattern BEFORE_FIRM = Pattern.compile(
            "(?i:\\b(?:founder|founders|ceo|cto|coo|cfo|cpo|officer|head|president|partner|director|vp|engineer|scientist) (?:of|at)) \\z");

    private static final int BEFORE = 36;
    private static final int AFTER = 120;

    private Cues() {}

    /** What stands before a name that begins at {@code start}. */
    static String before(String text, int start) {
        return text.substring(Math.max(0, start - BEFORE), start);
    }

    /** What stands after a name that ends at {@code end}. */
    static String after(String text, int end) {
        return text.substring(end, Math.min(text.length(), end + AFTER));
    }

    /** Whether a name at that place is a firm's, of whose people one is named beside it. */
    static boolean ofFirm(String text, int start, int end) {
        return AFTER_FIRM.matcher(after(text, end)).lookingAt()
                || ((endsWith(text, start, " of ") || endsWith(text, start, " at "))
                        && BEFORE_FIRM.matcher(before(text, start)).find());
    }

    private static boolean endsWith(String text, int end, String word) {
        return text.regionMatches(true, end - word.length(), word, 0, word.length());
    }

    /** Whether a name at that place is said outright to be a guest's, or the host's. */
    static boolean ofRole(String text, int start, int end) {
        String before = before(text, start);
        return BEFORE_GUEST.isIn(before)
                || HOST_OUTRIGHT.isIn(before)
                || AFTER_GUEST.matcher(after(text, end)).lookingAt();
    }
}
