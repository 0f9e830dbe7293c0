package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;

/** The people whom a field of the front matter names, several at once and with what they are: {@code Ada Lovelace (Engine Co), 林若衡，创始人}. */
final class PersonField {

    private static final String SEPARATORS = ",，、&;；/";

    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*[(（][^)）]*[)）]?");

    /** What somebody is, not who. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)\\b(?:ceo|cto|coo|cfo|cpo|vp|(?:co-?)?founders?|head|chief|president|director|partner|professor|author|host|investor|engineer)\\b"
                    + "|创始人|創始人|创办人|創辦人|首席|总裁|總裁|董事|教授|主播|主持|负责人|負責人|合伙人|合夥人|作者|顾问|顧問|执行长|執行長|所长|所長|院长|院長|经理|經理");

    /** "Maria Garcia 医师" is called Maria Garcia. */
    private static final Pattern LATIN_FIRST =
            Pattern.compile("(\\p{IsLatin}+(?:[ .'-]+\\p{IsLatin}+)+)\\s*\\p{IsHan}");

    private PersonField() {}

    static List<TracedText> names(TracedText value) {
        List<TracedText> names = new ArrayList<>();
        for (TracedText part : split(value)) {
            Matcher bracket = IN_BRACKETS.matcher(part);
            TracedText name =
                    (bracket.find() && bracket.start() > 0 ? part.subSequence(0, bracket.start()) : part).strip();
            Matcher latin = LATIN_FIRST.matcher(name);
            TracedText only = latin.lookingAt() ? name.subSequence(0, latin.end(1)) : name;
            if (!only.isEmpty() && !OFFICE.matcher(only).find()) {
                names.add(only);
            }
        }
        return names;
    }

    /** At separators outside of brackets. */
    private static List<TracedText> split(TracedText value) {
        List<TracedText> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= value.length(); i++) {
            char c = i < value.length() ? value.charAt(i) : ',';
            depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
            if (i == value.length() || (depth <= 0 && SEPARATORS.indexOf(c) >= 0)) {
                parts.add(value.subSequence(start, i).strip());
                start = i + 1;
            }
        }
        return parts;
    }
}
