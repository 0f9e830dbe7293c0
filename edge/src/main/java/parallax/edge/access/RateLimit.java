package parallax.edge.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each token make so many requests a second at this instance, with some in advance. */
class RateLimit extends OncePerRequestFilter {

    private final int perSecond;
    private final int burstSeconds;
    private final Refusals refusals;
    private final LoadingCache<Key, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(10_000)
            .build(key -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(Math.max(1L, (long) key.perSecond() * burst()))
                            .refillGreedy(key.perSecond(), Duration.ofSeconds(1)))
                    .build());

    RateLimit(int perSecond, int burstSeconds, Refusals refusals) {
        this.perSecond = perSecond;
        this.burstSeconds = burstSeconds;
        this.refusals = refusals;
    }

    private record Key(String token, int perSecond) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = SecurityContextHolder.getContext().getAuthentication() instanceof BearerToken token
                ? token.caller()
                : null;
        if (caller != null) {
            int rate = Objects.requireNonNullElse(caller.requestsPerSecond(), perSecond);
            ConsumptionProbe probe = Objects.requireNonNull(buckets.get(new Key(caller.id(), rate)))
                    .tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                refusals.tooMany(
                        request,
                        response,
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds(),
                        rate);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private int burst() {
        return burstSeconds;
    }
}
