package parallax.enrich.annotate;

import java.util.Comparator;
import java.util.List;
import parallax.enrich.normalize.Article;
import parallax.events.ArticleEnriched.Entity;

/** Which entities an article names, the most salient first: those of the gazetteer, and those that the article itself makes salient. */
public final class EntityLinker {

    private static final int MOST = 30;
    private static final double LEAST = 0.02;

    private final Gazetteer gazetteer;
    private final WordLists lists = new WordLists();
    private final Salience salience = new Salience();

    /** Links to the entries of {@code gazetteer}. */
    public EntityLinker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** At most 30 entities; the same, whichever Chinese script the article is written in. */
    public List<Entity> link(Article article) {
        Subjects subjects = Subjects.of(article, gazetteer, lists);
        return subjects.all().stream()
                .filter(subject -> subject.mentions() > 0 || subject.isInField())
                .map(subject -> entity(subject, salience.of(subject, subjects), article.language()))
                .filter(entity -> entity.salience() >= LEAST)
                .sorted(Comparator.comparingDouble(Entity::salience).reversed().thenComparing(Entity::id))
                .limit(MOST)
                .toList();
    }

    private static Entity entity(Subject subject, double salience, String language) {
        Labels labels = subject.labelled();
        return new Entity(
                subject.id(),
                subject.type(),
                labels.in(language),
                labels.byLanguage(),
                subject.wikidata(),
                Math.round(salience * 1000) / 1000.0);
    }
}
