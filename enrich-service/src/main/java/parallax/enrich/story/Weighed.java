package parallax.enrich.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import parallax.events.Evidence;

/**
 * The pairs that were weighed last, as far as memory is given to them: the articles of a story and of a guest meet whenever one more
 * comes, and of most pairs nothing has changed.
 */
public final class Weighed {

    private static final int PAIR = 250;
    private static final int TERM = 900;

    private final Cache<Link, Pair> pairs;

    /**
     * Remembers nothing yet.
     *
     * @param bytes memory to use, roughly
     */
    public Weighed(long bytes) {
        this.pairs = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Link link, Pair pair) -> pair.weight())
                .build();
    }

    /**
     * What is known of a pair. It holds for two readings of the articles and of those that weigh their words, and keeps none of them.
     *
     * @param logOdds see {@link PairScore}
     * @param exact whether they are those, or a bound that the pair stays below
     * @param copy see {@link PairScore}
     * @param evidence the same in words, or null if nobody asked yet
     */
    record Pair(
            Object first,
            Object second,
            Object block,
            double logOdds,
            boolean exact,
            boolean copy,
            @Nullable Evidence evidence) {

        private boolean isOf(Profile one, Profile other, Block articles) {
            return first == one.reading() && second == other.reading() && block.equals(articles.reading());
        }

        /** Whether it says the score, or that it is below {@code least}. */
        boolean tells(double least) {
            return exact || logOdds < least;
        }

        private int weight() {
            return PAIR + (evidence == null ? 0 : TERM * evidence.terms().size());
        }
    }

    /** What is known of two articles as they are now, or null. */
    @Nullable
    Pair find(Profile a, Profile b, Block block) {
        Pair known = pairs.getIfPresent(Link.of(a.documentId(), b.documentId()));
        boolean inOrder = a.documentId().compareTo(b.documentId()) < 0;
        return known != null && known.isOf(inOrder ? a : b, inOrder ? b : a, block) ? known : null;
    }

    /** Keeps a score and, if it was put in words, these. */
    Pair keep(PairScore score, @Nullable Evidence evidence) {
        Pair pair = new Pair(
                score.first().reading(),
                score.second().reading(),
                score.block().reading(),
                score.logOdds(),
                score.isExact(),
                score.copy(),
                evidence);
        pairs.put(Link.of(score.first().documentId(), score.second().documentId()), pair);
        return pair;
    }
}
