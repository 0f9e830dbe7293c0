package parallax.enrich.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import parallax.enrich.interview.InterviewFacts;

/**
 * The articles about one guest, and how many of them hold each word and number: what a guest says everywhere tells nothing of the
 * occasion.
 */
final class Block {

    /** Where no other article names any. */
    private static final double UNKNOWN = 0.3;

    static final Block NONE = new Block(List.of());

    private final List<Object> reading;
    private final List<Profile> texts;

    /** Counted when first asked for: of most words nobody does. */
    private final Map<Object, Integer> holders = new HashMap<>();

    Block(List<Profile> articles) {
        this.reading = articles.stream().map(Profile::reading).toList();
        this.texts = Copies.without(articles);
    }

    /** Stands for these articles, read as they were, without holding them. */
    Object reading() {
        return reading;
    }

    /** How many articles there are. */
    int size() {
        return texts.size();
    }

    /** The share of the articles other than two of them that hold {@code term}, which {@code held} of the two do; 0 if there are no others. */
    double othersWith(Object term, int held) {
        return size() <= 2 ? 0 : Math.max(0, holders.computeIfAbsent(term, this::count) - held) / (size() - 2.0);
    }

    /** A word or a number. */
    private int count(Object term) {
        int count = 0;
        for (Profile article : texts) {
            count += article.holds(term) ? 1 : 0;
        }
        return count;
    }

    /** How much it sets two articles apart that both name {@code show}: the share of the others that name another, of those that name any. */
    double setApartByShow(String show) {
        return setApart(
                article -> article.show() != null,
                article -> article.show() != null && article.show().value().id().equals(show));
    }

    /** The same of one who asks in both. */
    double setApartByHost(String host) {
        return setApart(article -> !article.hosts().isEmpty(), article -> article.hosts().stream()
                .anyMatch(asking -> asking.value().id().equals(host)));
    }

    private double setApart(Predicate<InterviewFacts> naming, Predicate<InterviewFacts> namingIt) {
        double any = count(naming) - 2.0;
        double same = count(namingIt) - 2.0;
        return any <= 0 ? UNKNOWN : Math.max(0, Math.min(1, (any - same) / any));
    }

    private long count(Predicate<InterviewFacts> wanted) {
        return texts.stream().map(Profile::facts).filter(wanted).count();
    }
}
