package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parallax.enrich.annotate.TopicVocabulary.Term;
import parallax.enrich.normalize.Article;
import parallax.events.ArticleEnriched.Topic;

/**
 * What an article is about: topics of our vocabulary, by their cue words. A score is the probability that an editor would file the
 * article under the topic.
 */
public final class TopicTagger {

    private static final int MOST = 5;

    /** Best for F1 on the labels that the model was fitted on, cross-validated over guests. */
    private static final double ENOUGH = 0.36;

    /** An article whose best topic is less likely than this is better left without one. */
    private static final double LEAST = 0.2;

    private final TopicVocabulary vocabulary = new TopicVocabulary();
    private final TopicFeatures features = new TopicFeatures(vocabulary);
    private final Weights model = new Weights("topic-model.tsv");

    /** At most five topics, best first; the same, whichever Chinese script the article is written in. */
    public List<Topic> tag(Article article) {
        List<Topic> topics = new ArrayList<>();
        for (Features candidate : features.of(article)) {
            double score = model.probability(candidate);
            if (score >= LEAST) {
                topics.add(topic(vocabulary.term(candidate.id()), score, article.language()));
            }
        }
        topics.sort(Comparator.comparingDouble(Topic::score).reversed().thenComparing(Topic::id));
        int enough = (int) topics.stream()
                .filter(topic -> topic.score() >= ENOUGH)
                .limit(MOST)
                .count();
        return List.copyOf(topics.subList(0, Math.min(topics.size(), Math.max(1, enough))));
    }

    /** What topics are judged by, of each that any cue word speaks for: for fitting the model. */
    public List<Features> features(Article article) {
        return features.of(article);
    }

    private static Topic topic(Term term, double score, String language) {
        return new Topic(
                term.id(),
                term.labels().in(language),
                term.labels().byLanguage(),
                term.iptc(),
                Math.round(score * 1000) / 1000.0);
    }
}
