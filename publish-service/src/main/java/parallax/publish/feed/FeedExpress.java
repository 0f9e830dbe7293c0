package parallax.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/**
 * Sends feeds, before anything else looks at the request: they are for everybody, they are what strangers' programs ask for most,
 * and a web framework's way takes longer than to put one together. Whoever asks just as another did a moment ago gets the same
 * answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FeedExpress extends HttpFilter {

    /** The request attribute that holds why a feed could not be sent. */
    static final String FAILURE = "parallax.feed.failure";

    private static final long serialVersionUID = 1L;

    private final transient Cache<String, FeedAnswer> answers;
    private final transient FeedDesk desk;
    private final transient FeedCounters counters;

    FeedExpress(PublishSettings settings, FeedDesk desk, FeedCounters counters) {
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(settings.feed().fresh())
                .maximumSize(settings.feed().editions())
                .executor(Runnable::run)
                .build();
        this.desk = desk;
        this.counters = counters;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!answerable(request) || !sent(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Whether it is answered. */
    private boolean sent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            FeedAnswer answer =
                    answers.get(key(request), missing -> desk.answer(request).orElse(null));
            if (answer != null) {
                answer.send(request, response, counters);
            }
            return answer != null;
        } catch (RuntimeException e) { // said as every failure is, further on
            request.setAttribute(FAILURE, e);
            return false;
        }
    }

    private static boolean answerable(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/feeds/")
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    private static String key(HttpServletRequest request) {
        return (Asked.forPage(request.getHeader("Accept")) ? "page " : "feed ") + request.getRequestURI() + "?"
                + request.getQueryString();
    }
}
