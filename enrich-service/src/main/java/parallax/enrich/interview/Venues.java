package parallax.enrich.interview;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** Where the conversation took place, if the opening says so in a sentence about it: a summit, a university, a headquarters. */
final class Venues {

    /** A meeting is known by a Latin name or its year, a university by what took place there: 描述大学 is no place. */
    private static final Seeker HAN = new Seeker(Pattern.compile(
                    "(?:在|于|来自)((?:\\d{4}年?)?[\\p{IsHan}]{0,6}[A-Za-z][A-Za-z0-9&·' -]{1,24}(?:峰会|大会|论坛|研讨会|总部|剧院)"
                            + "|\\d{4}年?[\\p{IsHan}]{2,10}(?:峰会|大会|论坛)"
                            + "|[\\p{IsHan}]{2,8}(?:大学|商学院)(?=(?:的|举[行办]的?)?(?:演讲|对谈|对话|访谈|讲座|论坛|座谈)))"))
            .anywhere("在于来");

    private static final Seeker LATIN = new Seeker(
                    Pattern.compile(
                            "\\b(?:at|from|live at|live from) (?:the )?((?:\\d{4} )?(?:\\p{Lu}[\\p{L}\\d&.'-]* ){1,5}"
                                    + "(?:Summit|Conference|Forum|University|Business School|Festival|Headquarters|HQ|Theat(?:er|re)|Studios?|Week|Expo))\\b"))
            .atWord("afl");
    private static final Pattern SENTENCE = Pattern.compile("[^。！？\\n]+");

    private Venues() {}

    static @Nullable Fact<String> read(TracedText opening, String folded, Quoter quoter) {
        Matcher sentence = SENTENCE.matcher(folded);
        while (sentence.find()) {
            for (Seeker seeker : List.of(HAN, LATIN)) {
                Seeker.Search search = seeker.in(sentence.group());
                if (search.find() && Cues.ANY.isIn(sentence.group())) {
                    Matcher venue = search.match();
                    int start = sentence.start() + venue.start(1);
                    return new Fact<>(
                            venue.group(1).strip(),
                            quoter.span(opening, start, start + venue.group(1).length()),
                            0.6);
                }
            }
        }
        return null;
    }
}
