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

    /** Links to the entries of {@code gazetteer}. */
    public EntityLinker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** At most 30 entities; the same, whichever Chinese script the article is written in. */
    public List<Entity> link(Article article) {
        return link(article, gazetteer.mentions(article));
    }

    /**
     * The same.
     *
     * @param mentions in the article's text, if the gazetteer has been asked already
     */
    public List<Entity> link(Article article, List<Mention> mentions) {
        Subjects subjects = Subjects.of(article, gazetteer, mentions, lists);
        Salience salience = new Salience(subjects);
        return subjects.all().stream()
                .filter(Subject::isFound)
                .map(subject -> entity(subject, salience.of(subject), article.language()))
                .filter(entity -> entity.salience() >= LEAST)
                .sorted(Comparator.comparingDouble(Entity::salience).reversed().thenComparing(Entity::id))
                .limit(MOST)
                .toList();
    }

    /** What salience is judged by, of every entity the article names: for fitting the model. */
    public List<Features> features(Article article) {
        Subjects subjects = Subjects.of(article, gazetteer, gazetteer.mentions(article), lists);
        Salience salience = new Salience(subjects);
        return subjects.all().stream()
                .filter(Subject::isFound)
                .map(salience::features)
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
