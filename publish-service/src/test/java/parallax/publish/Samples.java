package parallax.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import parallax.events.ArticleEnriched;
import parallax.events.Evidence;
import parallax.events.Interview;
import parallax.events.Rights;
import parallax.events.StoryChanged;

/** Events to test with. */
public final class Samples {

    public static final Instant TIME = Instant.parse("2026-02-06T04:00:00Z");

    public static final Interview INTERVIEW = new Interview(
            List.of(new Interview.Named("person:elon-musk", "Elon Musk")),
            List.of(new Interview.Named("person:dwarkesh-patel", "Dwarkesh Patel")),
            new Interview.Named("show:dwarkesh", "Dwarkesh Podcast"),
            null,
            null,
            LocalDate.parse("2026-02-05"),
            LocalDate.parse("2026-02-05"),
            169,
            List.of("https://www.youtube.com/watch?v=BYXbuik3dgA"));

    private Samples() {}

    public static String id(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    public static ArticleEnriched article(String id, String title, String body) {
        return article(id, "r1", "blog", title, body, false, "article", List.of(), Rights.FULL, TIME);
    }

    public static ArticleEnriched piece(String id, String revision, String source, String title, Instant received) {
        return article(
                id, revision, source, title, "Body of " + title, false, "article", List.of(), Rights.FULL, received);
    }

    public static ArticleEnriched draft(String id, String source, String title) {
        return article(id, "r1", source, title, "Secret " + title, true, "article", List.of(), Rights.FULL, TIME);
    }

    public static ArticleEnriched article(
            String id,
            String revision,
            String source,
            String title,
            String body,
            boolean draft,
            String form,
            List<String> labels,
            Rights rights,
            Instant received) {
        return new ArticleEnriched(
                id,
                revision,
                source,
                rights,
                "https://example.org/" + id,
                title,
                "Ann Author",
                "Outlet of " + source,
                TIME,
                "zh-Hant",
                form,
                labels,
                draft,
                body,
                "Excerpt of " + title,
                List.of(),
                List.of("tag"),
                List.of(new ArticleEnriched.Entity("Q317521", "person", "Elon Musk", Map.of(), "Q317521", 0.5)),
                List.of(new ArticleEnriched.Topic("ai", "Artificial intelligence", Map.of(), null, 0.9)),
                INTERVIEW,
                received,
                received.plusMillis(20),
                null);
    }

    /** The same at another address. */
    public static ArticleEnriched at(ArticleEnriched article, String url) {
        return new ArticleEnriched(
                article.documentId(),
                article.revision(),
                article.source(),
                article.rights(),
                url,
                article.title(),
                article.author(),
                article.outlet(),
                article.publishedAt(),
                article.language(),
                article.form(),
                article.labels(),
                article.draft(),
                article.body(),
                article.excerpt(),
                article.embeds(),
                article.sourceTags(),
                article.entities(),
                article.topics(),
                article.interview(),
                article.receivedAt(),
                article.enrichedAt(),
                article.feed());
    }

    public static StoryChanged story(String id, long version, ArticleEnriched... members) {
        List<StoryChanged.Member> named = Stream.of(members)
                .map(article -> new StoryChanged.Member(article.documentId(), article.revision(), null))
                .toList();
        List<Evidence> evidence = members.length < 2
                ? List.of()
                : List.of(new Evidence(
                        members[0].documentId(),
                        members[1].documentId(),
                        7.5,
                        List.of(new Evidence.Term(
                                "guest",
                                3.2,
                                "Both name the same guest",
                                List.of(new Evidence.Span(members[0].documentId(), 0, 4, "馬斯克說"))))));
        Instant time = TIME.plusSeconds(version);
        return new StoryChanged(
                id, version, INTERVIEW, named, evidence, List.of(), null, TIME, time, time.plusMillis(50));
    }
}
