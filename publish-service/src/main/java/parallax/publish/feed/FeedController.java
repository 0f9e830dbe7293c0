package parallax.publish.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;
import parallax.publish.problem.PublishException;

/** Serves the feeds: to readers as they wish it, to browsers as a page. */
@RestController
class FeedController {

    /** The page of a feed shows strangers' texts: it may load pictures and our style sheet, and nothing runs. */
    private static final String PAGE_POLICY =
            "default-src 'none'; img-src https: http:; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Feeds feeds;
    private final PublishSettings settings;
    private final MeterRegistry meters;

    FeedController(Feeds feeds, PublishSettings settings, MeterRegistry meters) {
        this.feeds = feeds;
        this.settings = settings;
        this.meters = meters;
        for (FeedKind kind : FeedKind.values()) {
            List.of("feed", "page", "unchanged").forEach(answer -> counted(kind, answer, 0));
        }
    }

    @GetMapping("/feeds/{kind:stories|articles}.{format:rss|atom|json}")
    ResponseEntity<byte[]> feed(
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader HttpHeaders request) {
        return answer(
                new Edition.Wish(FeedKind.of(kind), FeedFilter.of(parameters), place(parameters.getFirst("before"))),
                FeedFormat.of(format),
                settings.feed().maxAge(),
                request);
    }

    @GetMapping("/feeds/{kind:stories|articles}/archive/{number:[0-9]{1,9}}.{format:rss|atom|json}")
    ResponseEntity<byte[]> archive(
            @PathVariable String kind,
            @PathVariable int number,
            @PathVariable String format,
            @RequestHeader HttpHeaders request) {
        return answer(
                new Edition.Wish(FeedKind.of(kind), FeedFilter.NONE, new Place.Archive(number)),
                FeedFormat.of(format),
                settings.feed().volumeMaxAge(),
                request);
    }

    private ResponseEntity<byte[]> answer(Edition.Wish wish, FeedFormat format, Duration maxAge, HttpHeaders request) {
        Edition edition = feeds.edition(wish)
                .orElseThrow(() -> new PublishException.NotFound(
                        "volume of the archive", wish.place().toString()));
        boolean page = Asked.forPage(request.getFirst(HttpHeaders.ACCEPT));
        boolean gzip = Asked.forGzip(request.getFirst(HttpHeaders.ACCEPT_ENCODING));
        String tag = feeds.etag(edition, format, page);
        HttpHeaders headers = headers(edition, format, maxAge, page);
        headers.setETag(Asked.quoted(tag, gzip));
        if (Asked.forNothingNew(request, tag, edition.modified())) {
            counted(wish.kind(), "unchanged", 1);
            return ResponseEntity.status(304).headers(headers).build();
        }
        Printed printed = feeds.print(edition, format, page, tag);
        counted(wish.kind(), page ? "page" : "feed", 1);
        headers.setContentType(
                page
                        ? new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8)
                        : MediaType.parseMediaType(format.mediaType()));
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return ResponseEntity.ok().headers(headers).body(gzip ? printed.gzip() : printed.plain());
    }

    private HttpHeaders headers(Edition edition, FeedFormat format, Duration maxAge, boolean page) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("public, max-age=" + maxAge.toSeconds());
        headers.set(HttpHeaders.VARY, "Accept, Accept-Encoding");
        headers.set("X-Content-Type-Options", "nosniff");
        if (!edition.modified().equals(java.time.Instant.EPOCH)) {
            headers.setLastModified(edition.modified());
        }
        if (page) {
            headers.set("Content-Security-Policy", PAGE_POLICY);
        }
        headers.set(
                HttpHeaders.LINK,
                "<" + settings.baseUrl() + "/websub>; rel=\"hub\", <" + feeds.self(edition, format)
                        + ">; rel=\"self\"");
        return headers;
    }

    private static Place place(@org.jspecify.annotations.Nullable String before) {
        if (before == null) {
            return new Place.Newest();
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw new PublishException.BadInput(
                    "bad-page", "Bad page", "\"before\" must be a number that a page of this feed named.", null);
        }
        return new Place.Before(Long.parseLong(before));
    }

    private void counted(FeedKind kind, String answer, int count) {
        meters.counter("parallax.feed.answers", "feed", kind.path(), "answer", answer)
                .increment(count);
    }
}
