package parallax.publish.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.events.Interview;
import parallax.publish.story.Label;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;
import parallax.publish.story.Urn;

/** What may go outside, as items. */
final class Items {

    private Items() {}

    /** A story's item; {@code base} is what permalinks begin with. */
    static Item of(OutsideStory story, Item.Dates dates, String base, Wording wording) {
        return item(
                Urn.story(story.id()),
                permalink(base, FeedKind.STORIES, story.id()),
                story.articles(),
                story.interview(),
                dates,
                wording);
    }

    /** An article's item. */
    static Item of(OutsideArticle article, Item.Dates dates, String base, Wording wording) {
        return item(
                Urn.article(article.documentId()),
                permalink(base, FeedKind.ARTICLES, article.documentId()),
                List.of(article),
                null,
                dates,
                wording);
    }

    /** Of an item, for ever. */
    static String permalink(String base, FeedKind kind, String id) {
        return base + "/" + kind.path() + "/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Of articles, the lead first. */
    private static Item item(
            String id,
            String permalink,
            List<OutsideArticle> articles,
            @Nullable Interview interview,
            Item.Dates dates,
            Wording wording) {
        OutsideArticle lead = articles.get(0);
        List<OutsideArticle> others = articles.subList(1, articles.size());
        List<String> labels = labels(lead);
        return new Item(
                id,
                PlainText.of(lead.title()),
                permalink,
                url(lead),
                lead.feed() == null ? null : SafeHtml.absolute(lead.feed(), null),
                ItemHtml.of(lead, interview, others, wording),
                summary(lead, labels),
                PlainText.of(lead.authorOrOutlet()),
                PlainText.of(lead.outletOrSource()),
                PlainText.of(lead.language()),
                categories(articles),
                labels,
                others.stream().map(Items::coverage).toList(),
                people(interview),
                Recordings.of(interview),
                dates.published(),
                dates.updated());
    }

    private static Item.Coverage coverage(OutsideArticle article) {
        return new Item.Coverage(
                PlainText.of(article.title()),
                url(article),
                PlainText.of(article.outletOrSource()),
                PlainText.of(article.language()),
                labels(article));
    }

    /** A list of items shows no more than this: the label must be in it. */
    private static @Nullable String summary(OutsideArticle article, List<String> labels) {
        if (article.excerpt() == null || article.excerpt().isBlank()) {
            return null;
        }
        String before = labels.isEmpty() ? "" : "[" + String.join(", ", labels) + "] ";
        return PlainText.of(before + article.excerpt());
    }

    private static List<String> labels(OutsideArticle article) {
        return Label.words(article.labels()).stream().map(PlainText::of).toList();
    }

    private static List<Item.Person> people(@Nullable Interview interview) {
        List<Item.Person> people = new ArrayList<>();
        if (interview != null) {
            interview.guests().forEach(guest -> people.add(new Item.Person(PlainText.of(guest.name()), "guest")));
            interview.hosts().forEach(host -> people.add(new Item.Person(PlainText.of(host.name()), "host")));
        }
        return people;
    }

    private static @Nullable String url(OutsideArticle article) {
        return article.url() == null ? null : SafeHtml.absolute(article.url(), null);
    }

    private static List<String> categories(List<OutsideArticle> articles) {
        return articles.stream()
                .flatMap(article -> Stream.concat(article.topics().stream(), article.entities().stream()))
                .collect(Collectors.toMap(
                        OutsideArticle.Term::id,
                        term -> PlainText.of(term.label()),
                        (first, second) -> first, // the lead's wording, in the lead's language
                        LinkedHashMap::new))
                .values()
                .stream()
                .filter(label -> !label.isBlank())
                .distinct()
                .toList();
    }
}
