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
        List<Entry> items) {

    private static final JsonMapper JSON = new JsonMapper();

    static String write(Feed feed) {
        return JSON.writeValueAsString(new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.description(),
                feed.home(),
                feed.self(),
                feed.items().stream().map(Entry::of).toList()));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String id,
            @Nullable String url,
            String title,
            @JsonProperty("content_html") String html,
            @Nullable String summary,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant modified,
            List<Author> authors,
            List<String> tags,
            String language) {

        static Entry of(Item item) {
            return new Entry(
                    item.id(),
                    item.url(),
                    item.title(),
                    item.html(),
                    item.summary(),
                    item.published(),
                    item.updated(),
                    List.of(new Author(item.author())),
                    item.categories(),
                    item.language());
        }
    }

    record Author(String name) {}
}
