package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.enrich.normalize.Article;
import parallax.enrich.text.Folding;
import parallax.enrich.text.LatinWords;
import parallax.enrich.text.Spellings;
import parallax.enrich.text.Table;

/** The entities that everybody knows, found in a text by their names in any script; the longest name wins. */
public final class Gazetteer {

    private final Map<String, KnownEntity> entities = new LinkedHashMap<>();
    private final Spellings<List<Alias>> spellings;

    /**
     * A name.
     *
     * @param exact how it must be written, if its case matters: "Apple" is a company, "apple" is not
     */
    private record Alias(KnownEntity entity, @Nullable String exact) {}

    /** Reads the table shipped with the release. */
    public Gazetteer() {
        TreeMap<String, List<Alias>> names = new TreeMap<>();
        for (String[] row : Table.rows("gazetteer.tsv", 8)) {
            Labels labels = new Labels(row[3], row[4], row[5]);
            KnownEntity entity =
                    new KnownEntity(row[0], row[1], row[2].isEmpty() ? null : row[2], labels, Table.list(row[7]));
            entities.put(entity.id(), entity);
            List<String> aliases = new ArrayList<>(Table.list(row[6]));
            boolean ordinaryWord = aliases.remove("-");
            boolean caseMatters = aliases.contains("=" + entity.english());
            for (String label : List.of(labels.english(), labels.simplified(), labels.traditional())) {
                if (!ordinaryWord && (!caseMatters || !label.equals(labels.english()))) {
                    aliases.add(label);
                }
            }
            for (String alias : aliases) {
                String exact = alias.startsWith("=") ? Folding.fold(alias.substring(1)) : null;
                String folded = Folding.foldCase(exact == null ? alias : exact);
                names.computeIfAbsent(folded, name -> new ArrayList<>()).add(new Alias(entity, exact));
            }
        }
        spellings = new Spellings<>(names);
    }

    /** The entity of that id. */
    public Optional<KnownEntity> get(String id) {
        return Optional.ofNullable(entities.get(id));
    }

    /** The entity whose name is all of {@code text}. */
    public Optional<KnownEntity> named(String text) {
        return mentions(Folding.fold(text)).stream()
                .filter(mention -> mention.start() == 0 && mention.end() == text.length())
                .map(Mention::entity)
                .findFirst();
    }

    /** Where the text of {@code article} names an entity, in its order; mentions do not overlap. */
    public List<Mention> mentions(Article article) {
        return mentions(Folding.fold(article.text().toString()));
    }

    /**
     * Where {@code folded} names an entity, if that is known of some of its lines. No name goes on in the next line.
     *
     * @param start where those lines begin
     * @param end where they end
     * @param known what they name
     */
    public List<Mention> mentions(String folded, int start, int end, List<Mention> known) {
        List<Mention> found = new ArrayList<>(mentions(folded.substring(0, start)));
        known.forEach(mention -> found.add(mention.moved(start)));
        mentions(folded.substring(end)).forEach(mention -> found.add(mention.moved(end)));
        return found;
    }

    /** Where {@code folded} names an entity, in its order; mentions do not overlap. */
    public List<Mention> mentions(String folded) {
        List<Mention> found = new ArrayList<>();
        spellings.find(folded, (begin, end, aliases) -> {
            for (Alias alias : aliases) {
                boolean written = alias.exact() == null || folded.startsWith(alias.exact(), begin);
                if (written && !LatinWords.continuesAt(folded, end)) {
                    found.add(new Mention(alias.entity(), begin, end));
                }
            }
        });
        found.sort(Comparator.comparingInt((Mention mention) -> mention.start() - mention.end())
                .thenComparingInt(Mention::start)
                .thenComparing(mention -> mention.entity().id()));
        return longestFirst(found, folded.length());
    }

    private static List<Mention> longestFirst(List<Mention> found, int length) {
        boolean[] taken = new boolean[length];
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : found) {
            if (!taken[mention.start()] && !taken[mention.end() - 1]) {
                for (int i = mention.start(); i < mention.end(); i++) {
                    taken[i] = true;
                }
                kept.add(mention);
            }
        }
        kept.sort(Comparator.comparingInt(Mention::start));
        return kept;
    }
}
