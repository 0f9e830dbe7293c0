package parallax.enrich.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;

/**
 * The articles about one guest, and how many of them hold each word and number: what a guest says everywhere tells nothing of the
 * occasion.
 */
final class Block {

    private static final String SHOW = "show ";
    private static final String HOST = "host ";

    /** Where no other article names any. */
    private static final double UNKNOWN = 0.3;

    static final Block NONE = new Block(List.of());

    private final List<Object> reading;
    private final List<InterviewFacts> texts;
    private @Nullable Map<Object, Integer> holders;

    Block(List<Profile> articles) {
        this.reading = articles.stream().map(Profile::reading).toList();
        this.texts = Copies.without(articles.stream().map(Profile::facts).toList());
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
        return size() <= 2 ? 0 : Math.max(0, holders(term) - held) / (size() - 2.0);
    }

    /** How much it sets two articles apart that both name {@code show}: the share of the others that name another, of those that name any. */
    double setApartByShow(String show) {
        return setApart(SHOW, show);
    }

    /** The same of one who asks in both. */
    double setApartByHost(String host) {
        return setApart(HOST, host);
    }

    private double setApart(String kind, String id) {
        double any = holders(kind) - 2.0;
        double same = holders(kind + id) - 2.0;
        return any <= 0 ? UNKNOWN : Math.max(0, Math.min(1, (any - same) / any));
    }

    /** How many of the articles hold {@code term}; counted when first asked, for often nobody does. */
    private int holders(Object term) {
        Map<Object, Integer> counted = holders;
        if (counted == null) {
            counted = count();
            holders = counted;
        }
        return counted.getOrDefault(term, 0);
    }

    private Map<Object, Integer> count() {
        Map<Object, Integer> counted = new HashMap<>();
        for (InterviewFacts article : texts) {
            article.wording().latin().keySet().forEach(word -> counted.merge(word, 1, Integer::sum));
            article.wording().han().keySet().forEach(word -> counted.merge(word, 1, Integer::sum));
            article.quantities().stream()
                    .map(Fact::value)
                    .distinct()
                    .forEach(number -> counted.merge(number, 1, Integer::sum));
            if (article.show() != null) {
                counted.merge(SHOW, 1, Integer::sum);
                counted.merge(SHOW + article.show().value().id(), 1, Integer::sum);
            }
            if (!article.hosts().isEmpty()) {
                counted.merge(HOST, 1, Integer::sum);
                article.hosts()
                        .forEach(host -> counted.merge(HOST + host.value().id(), 1, Integer::sum));
            }
        }
        return counted;
    }
}
