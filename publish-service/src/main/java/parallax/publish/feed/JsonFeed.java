package parallax.publish.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.1, as it is on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        String description,
        @JsonProperty("home_page_url") String home,
        @JsonProperty("feed_url") String self,
        @JsonProperty("next_url") @Nullable String next,
        List<Hub> hubs,
        List<Entry> items) {

    private static final JsonMapper JSON = new JsonMapper();

    static String write(Feed feed) {
        Feed.Links links = feed.links();
        return JSON.writeValueAsString(new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.description(),
                feed.home(),
                feed.self(),
                links.next() == null ? links.previousArchive() : links.next(),
                List.of(new Hub("WebSub", feed.hub())),
                feed.items().stream().map(Entry::of).toList()));
    }

    static String escaped(String text) {
        String quoted = JSON.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String id,
            String url,
            @JsonProperty("external_url") @Nullable String original,
            String title,
            @JsonProperty("content_html") String html,
            @Nullable String summary,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant modified,
            List<Author> authors,
            List<String> tags,
            String language,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,
            @JsonProperty("_parallax") Extension extension) {

        static Entry of(Item item) {
            return new Entry(
                    item.id(),
                    item.permalink(),
                    item.original(),
                    item.title(),
                    item.html(),
                    item.summary(),
                    item.published(),
                    item.updated(),
                    List.of(new Author(item.author())),
                    item.categories(),
                    item.language(),
                    item.recordings().stream()
                            .filter(recording -> recording.mediaType() != null)
                            .map(recording -> new Attachment(recording.url(), recording.mediaType()))
                            .toList(),
                    new Extension(
                            item.outlet(),
                            item.labels(),
                            item.coverage(),
                            item.people(),
                            item.recordings().stream().map(Item.Recording::url).toList()));
        }
    }

    record Hub(String type, String url) {}

    record Author(String name) {}

    record Attachment(
            String url, @JsonProperty("mime_type") @Nullable String mediaType) {}

    /** What other formats say with elements of their own. */
    record Extension(
            String outlet,
            List<String> labels,
            List<Item.Coverage> coverage,
            List<Item.Person> people,
            List<String> recordings) {}
}
