package parallax.enrich.interview;

import java.util.regex.Pattern;

/** The words by which a text says that it speaks of an interview. All are for folded text. */
final class Cues {

    /** Names of the thing itself. */
    static final String INTERVIEW =
            "(?:访谈|专访|采访|对谈|对话|播客|单集|节目|峰会|座谈|圆桌|(?i:podcast|postcast|interview|conversation|episode|fireside chat|summit|q&a))";

    static final Pattern ANY =
            Pattern.compile(INTERVIEW + "|做客|受访|(?i:\\btalks? (?:to|with)\\b|\\bsat down with\\b|\\btranscript\\b)");

    /** Between these stand the people who asked. */
    static final Pattern PARTNERS =
            Pattern.compile("接受了?([^。！？\\n]{2,80}?)(?:的|长达|进行的)[^。！？\\n]{0,14}?(?:对话|专访|采访|访谈|提问)"
                    + "|(?:与|和|同|跟)([^。！？\\n]{2,60}?)(?:的|进行了?|展开)?[^。！？\\n]{0,10}?(?:对话|对谈|访谈|长谈)"
                    + "|主持人(?:是|为|：|:)?([^，。！？\\n]{2,24}?)(?=追问|反问|问|提|，|。|$)"
                    + "|(?i:interviewed by|in conversation with|sat down with|hosted by|hosts?:)([^.\\n]{2,60})");

    /** What follows the name of a person who asks. */
    static final Pattern ASKS = Pattern.compile(
            "\\A[)）\\s]{0,2}[^，。\\n]{0,2}(?:追问|反问|问到|问道|提问|发问|点明|插话|接话|(?i:\\s*asks?\\b|\\s*asked\\b|\\s*pressed\\b))");

    /** What precedes or follows the name of a guest. */
    static final Pattern BEFORE_GUEST = Pattern.compile(
            "(?:专访|对话|对谈|访谈|采访|嘉宾[:：是]?|邀请(?:了|到)?|(?i:interview(?:ing)? with|conversation with|guest:?|featuring|ft\\.?|joined by))[\\s:：|《\"]{0,3}\\z");

    static final Pattern AFTER_GUEST = Pattern.compile(
            "\\A(?:[(（][^)）\\n]{1,40}[)）])?[\\s，,]{0,2}[^，。\\n]{0,12}?(?:访谈|专访|做客|接受|受访|在[^，。\\n]{1,30}(?:上|中|里)|(?i:on the [\\w' ]{2,30} (?:podcast|show)|joins|interview))");

    private Cues() {}
}
