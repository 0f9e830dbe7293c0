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
 * Gives whoever asks just as another did a moment ago the same answer, before anything else looks at the request. Feeds are what
 * strangers' programs ask for most, and they ask alike.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FeedExpress extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Cache<String, FeedAnswer> answers;
    private final transient FeedCounters counters;

    FeedExpress(PublishSettings settings, FeedCounters counters) {
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(settings.feed().fresh())
                .maximumSize(settings.feed().editions())
                .build();
        this.counters = counters;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FeedAnswer known = answerable(request) ? answers.getIfPresent(key(request)) : null;
        if (known == null) {
            chain.doFilter(request, response);
        } else {
            known.send(request, response, counters);
        }
    }

    /** Sends an answer, and keeps it for those who ask alike. */
    void send(FeedAnswer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (answerable(request)) {
            answers.put(key(request), answer);
        }
        answer.send(request, response, counters);
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
