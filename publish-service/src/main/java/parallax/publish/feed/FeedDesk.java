package parallax.publish.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;
import parallax.publish.problem.PublishException;

/** Finds the feed that a request is for: for readers as they wish it, for browsers as a page. */
@Component
class FeedDesk {

    private static final Pattern PATH =
            Pattern.compile("/feeds/(stories|articles)(?:/archive/([0-9]{1,9}))?\\.(rss|atom|json)");

    private final Feeds feeds;
    private final PublishSettings settings;

    FeedDesk(Feeds feeds, PublishSettings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    /**
     * What to answer; empty if the request is for no feed.
     *
     * @throws PublishException if there is no such feed
     */
    Optional<FeedAnswer> answer(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getServletPath());
        if (!path.matches()) {
            return Optional.empty();
        }
        FeedFormat format = FeedFormat.of(path.group(3));
        if (path.group(2) != null) {
            Place volume = new Place.Archive(Integer.parseInt(path.group(2)));
            Edition.Wish wish = new Edition.Wish(FeedKind.of(path.group(1)), FeedFilter.NONE, volume);
            return Optional.of(answer(wish, format, settings.feed().volumeMaxAge(), request));
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.asList(values)));
        Edition.Wish wish = new Edition.Wish(
                FeedKind.of(path.group(1)), FeedFilter.of(parameters), place(request.getParameter("before")));
        return Optional.of(answer(wish, format, settings.feed().maxAge(), request));
    }

    private FeedAnswer answer(Edition.Wish wish, FeedFormat format, Duration maxAge, HttpServletRequest request) {
        Edition edition = feeds.edition(wish)
                .orElseThrow(() -> new PublishException.NotFound("volume of the archive", request.getRequestURI()));
        boolean page = Asked.forPage(request.getHeader("Accept"));
        Feed frame = feeds.frame(edition, format);
        String tag = feeds.etag(edition, frame, page);
        return new FeedAnswer(
                wish.kind(),
                page,
                tag,
                edition.modified(),
                page ? "text/html;charset=UTF-8" : format.mediaType(),
                "public, max-age=" + maxAge.toSeconds(),
                "<" + frame.hub() + ">; rel=\"hub\", <" + frame.self() + ">; rel=\"self\"",
                () -> page ? feeds.page(edition, frame, tag) : feeds.print(edition, frame, format, tag));
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
