package parallax.publish.desk;

import java.util.List;
import java.util.Map;
import parallax.events.ArticleEnriched;
import parallax.events.Evidence;

/**
 * Why two articles are together, in words.
 *
 * @param strength of all the reasons
 */
public record DeskEvidence(
        String first, String second, String firstLang, String secondLang, String strength, List<Reason> reasons) {

    private static final int QUOTES = 6;

    static DeskEvidence of(Evidence pair, Map<String, ArticleEnriched> articles) {
        ArticleEnriched first =
                articles.getOrDefault(pair.first(), articles.values().iterator().next());
        ArticleEnriched second = articles.getOrDefault(pair.second(), first);
        return new DeskEvidence(
                first.title(),
                second.title(),
                first.language(),
                second.language(),
                Words.strength(pair.score()),
                pair.terms().stream().map(term -> Reason.of(term, articles)).toList());
    }

    /** One reason. */
    public record Reason(String kind, String weight, boolean against, String sentence, List<Quote> quotes) {

        static Reason of(Evidence.Term term, Map<String, ArticleEnriched> articles) {
            return new Reason(
                    Words.capital(term.kind()),
                    Words.weight(term.weight()),
                    term.weight() < 0,
                    term.reason(),
                    term.spans().stream()
                            .filter(span -> articles.containsKey(span.documentId()))
                            .limit(QUOTES)
                            .map(span -> Quote.of(span, articles))
                            .toList());
        }
    }

    /** The words of an article that a reason rests on. */
    public record Quote(String text, String outlet, String lang) {

        static Quote of(Evidence.Span span, Map<String, ArticleEnriched> articles) {
            ArticleEnriched article = articles.get(span.documentId());
            return article == null
                    ? new Quote(span.quote(), "", "und")
                    : new Quote(span.quote(), DeskArticle.outlet(article), article.language());
        }
    }
}
