package parallax.publish.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;
import parallax.publish.problem.PublishException;

/** Serves the feeds: to readers as they wish it, to browsers as a page. */
@RestController
class FeedController {

    private final Feeds feeds;
    private final FeedExpress express;
    private final PublishSettings settings;

    FeedController(Feeds feeds, FeedExpress express, PublishSettings settings) {
        this.feeds = feeds;
        this.express = express;
        this.settings = settings;
    }

    @GetMapping("/feeds/{kind:stories|articles}.{format:rss|atom|json}")
    void feed(
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Edition.Wish wish =
                new Edition.Wish(FeedKind.of(kind), FeedFilter.of(parameters), place(parameters.getFirst("before")));
        send(wish, FeedFormat.of(format), settings.feed().maxAge(), request, response);
    }

    @GetMapping("/feeds/{kind:stories|articles}/archive/{number:[0-9]{1,9}}.{format:rss|atom|json}")
    void archive(
            @PathVariable String kind,
            @PathVariable int number,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Edition.Wish wish = new Edition.Wish(FeedKind.of(kind), FeedFilter.NONE, new Place.Archive(number));
        send(wish, FeedFormat.of(format), settings.feed().volumeMaxAge(), request, response);
    }

    private void send(
            Edition.Wish wish,
            FeedFormat format,
            Duration maxAge,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Edition edition = feeds.edition(wish)
                .orElseThrow(() -> new PublishException.NotFound("volume of the archive", request.getRequestURI()));
        boolean page = Asked.forPage(request.getHeader("Accept"));
        String tag = feeds.etag(edition, format, page);
        String link =
                "<" + settings.baseUrl() + "/websub>; rel=\"hub\", <" + feeds.self(edition, format) + ">; rel=\"self\"";
        FeedAnswer answer = new FeedAnswer(
                wish.kind(),
                page,
                tag,
                edition.modified(),
                page ? "text/html;charset=UTF-8" : format.mediaType(),
                "public, max-age=" + maxAge.toSeconds(),
                link,
                () -> feeds.print(edition, format, page, tag));
        express.send(answer, request, response);
    }

    private static Place place(@Nullable String before) {
        if (before == null) {
            return new Place.Newest();
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw new PublishException.BadInput(
                    "bad-page", "Bad page", "\"before\" must be a number that a page of this feed named.", null);
        }
        return new Place.Before(Long.parseLong(before));
    }
}
