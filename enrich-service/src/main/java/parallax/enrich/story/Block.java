package parallax.enrich.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private final List<Profile> articles;
    private final int size;
    private final Map<Object, Integer> holders = new HashMap<>();

    Block(List<Profile> articles) {
        this.articles = articles;
        List<InterviewFacts> texts =
                Copies.without(articles.stream().map(Profile::facts).toList());
        this.size = texts.size();
        for (InterviewFacts article : texts) {
            article.wording().latin().keySet().forEach(this::count);
            article.wording().han().keySet().forEach(word -> count(Terms.HAN + word));
            article.quantities().stream().map(Fact::value).distinct().forEach(this::count);
            if (article.show() != null) {
                count(SHOW);
                count(SHOW + article.show().value().id());
            }
            if (!article.hosts().isEmpty()) {
                count(HOST);
                article.hosts().forEach(host -> count(HOST + host.value().id()));
            }
        }
    }

    /** Whether it is of these, read as they were then. */
    boolean isOf(List<Profile> others) {
        return articles.size() == others.size()
                && IntStream.range(0, others.size()).allMatch(i -> articles.get(i) == others.get(i));
    }

    /** How many articles there are. */
    int size() {
        return size;
    }

    /** The share of the articles other than two of them that hold {@code term}, which {@code held} of the two do; 0 if there are no others. */
    double othersWith(Object term, int held) {
        return size <= 2 ? 0 : Math.max(0, holders.getOrDefault(term, 0) - held) / (double) (size - 2);
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
        double any = holders.getOrDefault(kind, 0) - 2.0;
        double same = holders.getOrDefault(kind + id, 0) - 2.0;
        return any <= 0 ? UNKNOWN : Math.max(0, any - same) / any;
    }

    private void count(Object term) {
        holders.merge(term, 1, Integer::sum);
    }
}
