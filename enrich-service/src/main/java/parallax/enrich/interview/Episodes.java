package parallax.enrich.interview;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** Which number of its show the interview was. */
final class Episodes {

    private static final Seeker SAID = new Seeker(
                    Pattern.compile(
                            "第 ?(\\d{1,4}|[一二三四五六七八九十百两零]{1,6}) ?[期集回]|(?i:\\b(?:episode|ep\\.?) ?(?:no\\.? ?)?#?(\\d{1,4})\\b)"))
            .anywhere("第")
            .atWord("eE");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\A|[\\s(\\[|:：-])#(\\d{1,4})\\b");
    private static final Pattern FIELD = Pattern.compile("\\A\\s*#?(\\d{1,4})\\s*\\z");

    private Episodes() {}

    /** The number that a field of the header gives, else the title, else the opening. */
    static @Nullable Fact<Integer> read(Article article, TracedText opening, String folded, Quoter quoter) {
        for (TracedText field : article.metadata().all(Field.EPISODE)) {
            Fact<Integer> given = first(FIELD, field, field.toString(), quoter, 0.95);
            if (given != null) {
                return given;
            }
        }
        TracedText title = article.title();
        Fact<Integer> titled = said(title, Folding.fold(title.toString()), quoter, 0.9);
        Fact<Integer> numbered =
                titled != null ? titled : first(NUMBERED, title, Folding.fold(title.toString()), quoter, 0.7);
        return numbered != null ? numbered : said(opening, folded, quoter, 0.7);
    }

    private static @Nullable Fact<Integer> first(
            Pattern pattern, TracedText text, String folded, Quoter quoter, double confidence) {
        Matcher matcher = pattern.matcher(folded);
        return matcher.find() ? number(matcher, text, quoter, confidence) : null;
    }

    private static @Nullable Fact<Integer> said(TracedText text, String folded, Quoter quoter, double confidence) {
        Seeker.Search search = SAID.in(folded);
        return search.find() ? number(search.match(), text, quoter, confidence) : null;
    }

    private static @Nullable Fact<Integer> number(Matcher matcher, TracedText text, Quoter quoter, double confidence) {
        String written = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        Double number = Numerals.read(written);
        return number == null
                ? null
                : new Fact<>(number.intValue(), quoter.span(text, matcher.start(), matcher.end()), confidence);
    }
}
