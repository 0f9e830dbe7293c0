package parallax.benchmarks.enrich;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import parallax.enrich.article.Annotator;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.store.Change.Received;
import parallax.enrich.story.Library;
import parallax.enrich.story.Matching;
import parallax.enrich.story.Member;
import parallax.enrich.story.Weighed;

/**
 * Prints how long it takes to find the articles that a fresh one is to be compared with, over a small and a large library, in a real
 * PostgreSQL: {@code LookupAtScale [SMALL] [LARGE]}, numbers of articles. The large library is the small one over and over: each time
 * with other people, half of the other names again, and all numbers again.
 */
public final class LookupAtScale {

    private static final int CHUNK = 300;
    private static final int WARM_UP = 300;
    private static final int LOOKUPS = 300;
    private static final double MOST_GROWTH = 2;

    private static final String ARTICLES = """
            insert into article (document_id, revision, received_at, fingerprint, facts, content, sketch)
            select document_id || '/' || ?, revision, received_at, fingerprint, '', '', sketch from article
            where document_id not like '%/%'
            """;

    /** The place of a copy is mixed anew, as its id is another. */
    private static final String KEYS = """
            insert into article_key (document_id, place, key)
            select document_id || '/' || copy, hashtext(document_id || '/' || copy), case
                when key like 'number:%' or (key like 'name:%' and hashtext(key || copy) % 2 = 0) then key
                else key || copy end
            from article_key, cast(? as text) as copy where document_id not like '%/%'
            """;

    private final Annotator annotator = new Annotator(Clock.systemUTC());
    private int fresh = 1_000_000;

    private LookupAtScale() {}

    /** Prints the figures. */
    public static void main(String[] args) {
        int small = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int large = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        if (small < CHUNK || large < small) {
            System.err.println("SMALL at least %d articles, LARGE at least as many".formatted(CHUNK));
            return;
        }
        try (Database database = new Database()) {
            LookupAtScale benchmark = new LookupAtScale();
            benchmark.fill(database, small / Invented.ARTICLES);
            int known = database.articles();
            double few = benchmark.measure(database, known);
            for (int copy = 1; copy < large / known; copy++) {
                String name = String.valueOf(copy);
                database.write(jdbc -> {
                    jdbc.update(ARTICLES, name);
                    jdbc.update(KEYS, name);
                });
            }
            database.write(jdbc -> jdbc.execute("analyze"));
            double growth = benchmark.measure(database, known) / few;
            System.out.printf(
                    "%nmean over the large library / over the small one: %.2f (at most %.0f: %s)%n",
                    growth, MOST_GROWTH, growth <= MOST_GROWTH ? "met" : "MISSED");
        }
    }

    private void fill(Database database, int interviews) {
        for (int from = 0; from < interviews; from += CHUNK) {
            int end = Math.min(interviews, from + CHUNK);
            List<Received> articles = IntStream.range(from * Invented.ARTICLES, end * Invented.ARTICLES)
                    .parallel()
                    .mapToObj(i -> {
                        var document = Invented.interview(Invented.FAMOUS + i / Invented.ARTICLES)
                                .article(i % Invented.ARTICLES);
                        return new Received(annotator.annotate(document), document.content(), null);
                    })
                    .toList();
            database.write(jdbc -> new Filling(jdbc).add(articles));
        }
        database.write(jdbc -> new Filling(jdbc).analyse());
    }

    /** The mean in milliseconds, of new interviews and of further articles of known ones by turns. */
    private double measure(Database database, int known) {
        System.out.printf("%n%d articles%n", database.articles());
        look(database, WARM_UP, known);
        Times times = look(database, LOOKUPS, known);
        System.out.println("  a lookup  " + times);
        return times.mean();
    }

    private Times look(Database database, int lookups, int known) {
        IntFunction<Member> article = i -> {
            Invented interview = i % 2 == 0
                    ? Invented.interview(Invented.FAMOUS + i * 7 % (known / Invented.ARTICLES))
                    : Invented.interview(fresh++);
            InterviewFacts facts = annotator
                    .annotate(interview.article(Invented.ARTICLES + i % 2))
                    .facts();
            return new Member(facts, "1", Instant.EPOCH, null);
        };
        Library library = database.library();
        Times times = new Times();
        for (int i = 0; i < lookups; i++) {
            Member member = article.apply(i);
            Matching matching = new Matching(library, new Weighed(1));
            times.time(() -> matching.candidates(member));
        }
        return times;
    }
}
