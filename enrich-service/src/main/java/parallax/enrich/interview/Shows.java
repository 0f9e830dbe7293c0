package parallax.enrich.interview;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.KnownEntity;
import parallax.enrich.annotate.Mention;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.TracedText;

/** On which programme the conversation took place: one the gazetteer knows, else one that the text names as such. */
final class Shows {

    private static final int HEAD = 2000;
    private static final Pattern NAMED = Pattern.compile(
            "(?:做客|登上|在|《|\")\\s?\"?([\\p{L}\\p{N}' &·-]{2,30}?)[\"》]?\\s?(?:播客|(?i:podcast)|节目)(?:上|中|里|的)?"
                    + "|(?i:on (?:the )?)((?:\\p{Lu}[\\w'’]+ ){1,4})(?i:podcast|show)\\b"
                    + "|(?i:\\bepisode of (?:the )?)(\\p{Lu}[\\w'’]+(?: (?:and |of |at |the |with )?\\p{Lu}[\\w'’]+){0,4})(?=[,.:;]| (?:with|host))");

    /** "This episode", "his own podcast": words that name no show. */
    private static final Pattern POINTS = Pattern.compile("[这那本该自某一几他她我你与和的最]");

    private final Gazetteer gazetteer;

    Shows(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Nullable
    Fact<Show> read(Article article, Quoter quoter) {
        for (TracedText field : article.metadata().all(Field.SHOW)) {
            Fact<Show> known = known(field, quoter, 0.95);
            if (known != null) {
                return known;
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
        Matcher named = NAMED.matcher(Folding.fold(text.toString()));
        if (!named.find()) {
            return null;
        }
        int group = named.group(1) != null ? 1 : named.group(2) != null ? 2 : 3;
        String name = named.group(group).strip();
        if (POINTS.matcher(name).lookingAt()) {
            return null;
        }
        String id = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceFirst("^the-", "");
        return new Fact<>(new Show(id, name, List.of()), quoter.span(text, named.start(group), named.end(group)), 0.5);
    }

    private static Show show(KnownEntity entity) {
        return new Show(entity.id(), entity.english(), entity.hosts());
    }
}
