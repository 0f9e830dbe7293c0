package parallax.publish.feed;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import parallax.publish.PublishSettings;

/** Serves the feeds. */
@RestController
class FeedController {

    private final Feeds feeds;
    private final PublishSettings settings;
    private final String cacheControl;

    FeedController(Feeds feeds, PublishSettings settings) {
        this.feeds = feeds;
        this.settings = settings;
        this.cacheControl = "public, max-age=" + settings.feed().maxAge().toSeconds();
    }

    @GetMapping("/feeds/{kind:stories|articles}.{format:rss|atom|json}")
    @Nullable
    ResponseEntity<byte[]> feed(
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String source,
            ServletWebRequest request) {
        Feeds.Draft feed = feeds.prepare(
                FeedKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                FeedFormat.valueOf(format.toUpperCase(Locale.ROOT)),
                FeedFilter.of(topic, entity, lang, source));
        if (request.getResponse() != null) {
            request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        }
        boolean unchanged = feed.updated().equals(Instant.EPOCH)
                ? request.checkNotModified(feed.etag())
                : request.checkNotModified(feed.etag(), feed.updated().toEpochMilli());
        return unchanged
                ? null
                : ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(feed.format().mediaType()))
                        .body(feeds.make(feed));
    }

    @GetMapping("/feeds.opml")
    ResponseEntity<String> opml() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, cacheControl)
                .contentType(MediaType.parseMediaType("text/x-opml;charset=utf-8"))
                .body(Opml.write(settings.title(), settings.baseUrl()));
    }
}
