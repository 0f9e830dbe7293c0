package parallax.benchmarks.enrich;

import java.time.Clock;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import parallax.enrich.article.Annotator;
import parallax.enrich.store.Change;
import parallax.enrich.store.Change.Received;
import parallax.events.DocumentReceived;

/**
 * Prints how long enrich's store takes for one fresh article over a small and a large library, in a real PostgreSQL:
 * {@code MatchingAtScale [SMALL] [LARGE]}, numbers of articles.
 */
public final class MatchingAtScale {

    private static final int CHUNK = 300;
    private static final int WARM_UP = 150;

    /** So many articles come at once when there is much to do. */
    private static final int BATCH = 50;

    private static final int BATCHES = 4;
    private static final int ORDINARY = Integer.getInteger("ordinary", 150);
    private static final int FAMOUS = Integer.getInteger("famous", 4);
    private static final int FRESH = 40_000;
    private static final double MOST_GROWTH = 2;
    private static final double MOST_MILLISECONDS = 5;

    private final Annotator annotator = new Annotator(Clock.systemUTC());
    private final Database database;
    private int interviews;
    private int fresh = FRESH;

    private MatchingAtScale(Database database) {
        this.database = database;
    }

    /** Prints the figures. */
    public static void main(String[] args) {
        int small = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        int large = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        if (small / Invented.ARTICLES < Invented.FAMOUS + WARM_UP + ORDINARY + BATCH * BATCHES
                || large < small
                || large / Invented.ARTICLES >= FRESH) {
            System.err.println("SMALL at least 2000 articles, LARGE at least as many and at most 120000");
            return;
        }
        try (Database database = new Database()) {
            System.out.println("PostgreSQL with " + database.setting("synchronous_commit") + ", "
                    + database.setting("fsync") + ", " + database.setting("shared_buffers"));
            MatchingAtScale benchmark = new MatchingAtScale(database);
            Times few = benchmark.measure(small);
            Times many = benchmark.measure(large);
            double growth = many.mean() / few.mean();
            System.out.printf(
                    "%nmean at %d / mean at %d, ordinary guests: %.2f (at most %.0f: %s)%nmean at %d: %.2f ms an article (at most %.0f: %s)%n",
                    large,
                    small,
                    growth,
                    MOST_GROWTH,
                    growth <= MOST_GROWTH ? "met" : "MISSED",
                    large,
                    many.mean(),
                    MOST_MILLISECONDS,
                    many.mean() <= MOST_MILLISECONDS ? "met" : "MISSED");
        }
    }

    /** Fills up to {@code size} articles, then applies fresh ones, each alone. */
    private Times measure(int size) {
        long start = System.nanoTime();
        fill(size / Invented.ARTICLES);
        System.out.printf(
                "%n%d articles (filled in memory and by SQL, in %.0f s)%n",
                database.articles(), (System.nanoTime() - start) / 1e9);
        apply(WARM_UP, this::joining);
        Times ordinary = new Times();
        ordinary.addAll(print("a new interview", apply(ORDINARY / 3, i -> Invented.interview(fresh++)
                .article(i % 2))));
        ordinary.addAll(print("one more of a known one", apply(ORDINARY - ORDINARY / 3, i -> joining(WARM_UP + i))));
        print("both, ordinary guests", ordinary);
        print("%d at once".formatted(BATCH), batches());
        print("a guest of 150 articles", apply(FAMOUS, i -> Invented.withGuestOf(fresh++, 0)
                .article(i % 2)));
        print("a guest of 300 articles", apply(FAMOUS, i -> Invented.withGuestOf(fresh++, Invented.LESS_FAMOUS)
                .article(i % 2)));
        return ordinary;
    }

    private static Times print(String kind, Times times) {
        System.out.printf("  %-24s %s%n", kind, times);
        return times;
    }

    /** A further article of an interview that is there, never twice of one. */
    private DocumentReceived joining(int i) {
        int ordinary = Invented.ROUND - Invented.FAMOUS;
        int last = interviews - 1 - i;
        int number = last % Invented.ROUND < Invented.FAMOUS ? last - ordinary : last;
        return Invented.interview(number).article(Invented.ARTICLES);
    }

    private Times apply(int articles, IntFunction<DocumentReceived> article) {
        Times times = new Times();
        for (int i = 0; i < articles; i++) {
            Received received = received(article.apply(i));
            times.time(() -> database.store().apply(List.of(received)));
        }
        return times;
    }

    /** Two new ones to one more of a known interview; of each article its share of the batch. */
    private Times batches() {
        Times times = new Times();
        for (int i = 0; i < BATCHES; i++) {
            int first = i * BATCH;
            List<Change> batch = IntStream.range(0, BATCH)
                    .<Change>mapToObj(n -> received(
                            n % 3 == 0
                                    ? joining(WARM_UP + ORDINARY + first + n)
                                    : Invented.interview(fresh++).article(n % 2)))
                    .toList();
            times.time(() -> database.store().apply(batch), BATCH);
        }
        return times;
    }

    private void fill(int upTo) {
        while (interviews < upTo) {
            int place = interviews % Invented.ROUND;
            int end = Math.min(
                    upTo, interviews + (place == 0 ? Invented.FAMOUS : Math.min(CHUNK, Invented.ROUND - place)));
            List<Received> articles = IntStream.range(interviews * Invented.ARTICLES, end * Invented.ARTICLES)
                    .parallel()
                    .mapToObj(i ->
                            received(Invented.interview(i / Invented.ARTICLES).article(i % Invented.ARTICLES)))
                    .toList();
            database.write(jdbc -> new Filling(jdbc).add(articles));
            interviews = end;
        }
        database.write(jdbc -> new Filling(jdbc).analyse());
    }

    private Received received(DocumentReceived document) {
        return new Received(annotator.annotate(document), document.content(), null);
    }
}
