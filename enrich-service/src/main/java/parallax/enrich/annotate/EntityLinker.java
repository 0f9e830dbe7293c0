package parallax.enrich.annotate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parallax.enrich.normalize.Article;
import parallax.events.ArticleEnriched.Entity;

/** Which entities an article names, the most salient first. */
public final class EntityLinker {

    private static final int MOST = 30;
    private static final double TITLE_WEIGHT = 5;

    private final Gazetteer gazetteer;

    /** Links to the entries of {@code gazetteer}. */
    public EntityLinker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** At most 30 entities; a mention in the title counts five times. */
    public List<Entity> link(Article article) {
        Map<String, Double> weights = new TreeMap<>();
        gazetteer
                .mentions(article.title())
                .forEach(mention -> weights.merge(mention.entity().id(), TITLE_WEIGHT, Double::sum));
        gazetteer
                .mentions(article.text())
                .forEach(mention -> weights.merge(mention.entity().id(), 1.0, Double::sum));
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(weight -> entity(weight.getKey(), weight.getValue() / all, article.language()))
                .toList();
    }

    private Entity entity(String id, double salience, String language) {
        KnownEntity known = gazetteer.get(id).orElseThrow();
        return new Entity(id, known.type(), known.label(language), Math.round(salience * 1000) / 1000.0);
    }
}
