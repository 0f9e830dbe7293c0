package parallax.enrich.normalize;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;

/** Takes the greeting and the model's mark off a chat model's answer, and labels it as machine-made. */
final class ChatModel {

    private static final Pattern GREETING = Pattern.compile(
            "\\s*(?:好的|當然|当然|沒問題|没问题|以下是|這是|这是|Sure|Certainly|Of course|Absolutely|Here is|Here's|Here are)"
                    + "[^\\n]{0,200}[:：。!！]\\s*\\R+(?:-{3,}\\s*\\R)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFER = Pattern.compile(
            "\\R+(?:-{3,}\\s*\\R+)?(?:希望(?:這|这)|如果你需要|如需|Let me know if|I hope this|Would you like)[^\\n]{0,200}\\s*\\z");
    private static final Pattern MARK = Pattern.compile(
            "(?:\\R+-{3,}[ \\t]*)?\\s*\\[model=[\\w./:-]+(?:,[^\\]\\n]*)?\\]\\s*\\z", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUTLINE = Pattern.compile(
            "(?m)^[#* \\t]{0,20}(?:总结大纲|總結大綱|内容大纲|核心观点|核心觀點|AI ?总结|AI ?摘要|AI summary|Generated summary)");

    private static final int END = 600;

    private ChatModel() {}

    static Reading read(Reading reading) {
        TracedText text = reading.text();
        Matcher greeting = GREETING.matcher(text.toString());
        boolean greeted = greeting.lookingAt();
        TracedText unmarked = withoutEnd(text, MARK);
        boolean marked = unmarked.length() < text.length();
        boolean outlined = Diagrams.in(text) && OUTLINE.matcher(text.toString()).find();
        if (!marked && !outlined && !(greeted && summarises(greeting.group()))) {
            return reading;
        }
        TracedText left = greeted ? unmarked.from(Math.min(greeting.end(), unmarked.length())) : unmarked;
        return reading.withText(withoutEnd(left, OFFER)).withLabel(Reading.MACHINE_SUMMARY);
    }

    /** Without what {@code pattern} finds at the end; it is looked for nowhere else, for a text may hold a million blanks. */
    private static TracedText withoutEnd(TracedText text, Pattern pattern) {
        int from = Math.max(0, text.length() - END);
        Matcher end = pattern.matcher(text.toString().substring(from));
        return end.find() ? text.subSequence(0, from + end.start()) : text;
    }

    /** "Here is the summary you asked for", but not "Here is what I learned on my holidays". */
    private static boolean summarises(String greeting) {
        return Pattern.compile("摘要|总结|總結|整理|翻译|翻譯|summary|summar|transcript|translation|outline|notes")
                .matcher(greeting)
                .find();
    }
}
