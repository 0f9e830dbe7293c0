package parallax.enrich.interview;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.KnownEntity;
import parallax.enrich.annotate.Mention;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** On which programme the conversation took place: one the gazetteer knows, else one that the text names as such. */
final class Shows {

    private static final int HEAD = 2000;
    private static final String CAPITALISED =
            "(\\p{Lu}[\\w'’]*(?: (?:(?:and|of|at|the|with|in|on|for|to|&) )*\\p{Lu}[\\w'’]*){0,5})";

    /** What names a programme outright. */
    private static final Seeker OUTRIGHT = new Seeker(
                    Pattern.compile("(?:播客|节目|(?i:podcast))[:：]? ?[《\"]([^《》\"\\n]{2,40})[》\"]"
                            + "|[《\"]([^《》\"\\n]{2,40})[》\"](?:(?:是一?|这)[档个部][^《》\",，。\\n]{0,16})? ?(?:播客|节目|(?i:podcast))"
                            + "|(?m:^)[ \\t>*+-]{0,6}(?i:show|podcast|节目|播客)\\*{0,2}[:：]\\*{0,2} ?([\\p{L}\\p{N}][^\\n,，、。;；|(（]{1,39})"
                            + "|" + CAPITALISED + " hosts? (?=\\p{Lu})"
                            + "|(?i:\\b(?:episode|edition|instal+ment) of (?:the )?)" + CAPITALISED
                            + "(?=[,.:;)\"]| (?:with|host|in which|sits|[a-z]+ podcast))"))
            .anywhere(c -> "播节p《\"".indexOf(c) >= 0 || Character.isUpperCase(c) || Character.isSurrogate((char) c))
            .atWord("eEiI")
            .atLine(" \t>*+-sSpP节播");

    /** A programme's name without its other name, the episode's number and what else people write after it. */
    private static final Pattern IN_FIELD = Pattern.compile(
            "\\A[《\"]?([\\p{L}\\p{N}][^《》\"\\n,，、;；|(（#]{0,60}?)(?= ?(?:[《》\",，、;；|(（#]|第 ?\\d|\\d+ ?[期集回]|(?<= )(?i:ep|episode)\\b|\\z))");

    /** What probably does: a name without quotes, which in Chinese may be any words that stand before the programme. */
    private static final Seeker NAMED = new Seeker(
                    Pattern.compile("(?:做客|登上|在)了? ?([A-Za-z][\\w' &.·-]{1,30}?) ?(?:播客|(?i:podcast)|节目)"
                            + "|(?:做客|登上)了? ?([\\p{IsHan}\\p{N}&&[^的国个档家位期次些]]{3,12}?)(?:播客|节目)"
                            + "|(?i:on (?:the )?)((?:\\p{Lu}[\\w'’]+ ){1,4})(?<!['’]s )(?i:podcast|show)\\b"))
            .anywhere("做登在oO");

    /** "This episode", "his own podcast": words that name no show. */
    private static final Pattern POINTS = Pattern.compile("[这那本该自某一几他她我你与和的最]");

    private final Gazetteer gazetteer;

    Shows(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Nullable
    Fact<Show> read(Article article, Quoter quoter) {
        List<TracedText> shows = article.metadata().all(Field.SHOW);
        for (TracedText field : Stream.concat(shows.stream(), article.metadata().all(Field.CHANNEL).stream())
                .toList()) {
            Fact<Show> known = known(field, quoter, 0.95);
            if (known != null) {
                return known;
            }
        }
        for (TracedText field : shows) {
            Matcher name = IN_FIELD.matcher(Folding.fold(field.toString()));
            if (name.find()) {
                return new Fact<>(unknown(name.group(1)), quoter.span(field, name.start(1), name.end(1)), 0.9);
            }
        }
        TracedText head = TracedText.lines(List.of(
                article.title(),
                article.text().subSequence(0, Math.min(HEAD, article.text().length()))));
        Fact<Show> known = known(head, quoter, 0.9);
        return known != null ? known : named(head, quoter);
    }

    private @Nullable Fact<Show> known(TracedText text, Quoter quoter, double confidence) {
        Map<String, Integer> counts = new HashMap<>();
        List<Mention> mentions = gazetteer.mentions(Folding.fold(text.toString())).stream()
                .filter(mention -> mention.entity().isShow())
                .toList();
        mentions.forEach(mention -> counts.merge(mention.entity().id(), 1, Integer::sum));
        return mentions.stream()
                .max(Comparator.comparingInt((Mention mention) ->
                                counts.getOrDefault(mention.entity().id(), 0))
                        .thenComparing(Mention::start, Comparator.reverseOrder()))
                .map(mention -> new Fact<>(
                        show(mention.entity()), quoter.span(text, mention.start(), mention.end()), confidence))
                .orElse(null);
    }

    private static @Nullable Fact<Show> named(TracedText text, Quoter quoter) {
        String folded = Folding.fold(text.toString());
        Fact<Show> outright = first(OUTRIGHT.in(folded), text, quoter, 0.8);
        return outright != null ? outright : first(NAMED.in(folded), text, quoter, 0.5);
    }

    private static @Nullable Fact<Show> first(Seeker.Search search, TracedText text, Quoter quoter, double confidence) {
        while (search.find()) {
            Matcher named = search.match();
            int group = 1;
            while (named.group(group) == null) {
                group++;
            }
            String name = named.group(group).strip();
            if (!POINTS.matcher(name).lookingAt()) {
                return new Fact<>(unknown(name), quoter.span(text, named.start(group), named.end(group)), confidence);
            }
        }
        return null;
    }

    /** A programme of that name, be it called a podcast or show besides or not. */
    private static Show unknown(String name) {
        String id = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceFirst("^the-(?=.)", "")
                .replaceFirst("(?<=.)-(?:the-)?(?:podcast|show|播客|节目)$", "");
        return new Show(id, name, List.of());
    }

    private static Show show(KnownEntity entity) {
        return new Show(entity.id(), entity.english(), entity.hosts());
    }
}
