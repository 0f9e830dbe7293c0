package parallax.edge.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown.
 *
 * @param token itself, once, to who had it made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenView(
        String id,
        String name,
        List<String> scopes,
        @Nullable Integer requestsPerSecond,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String token) {

    static TokenView of(AccessToken token, @Nullable String secret) {
        return new TokenView(
                token.id(),
                token.name(),
                token.scopes().stream().map(Scope::toString).toList(),
                token.requestsPerSecond(),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                token.revokedAt(),
                token.lastUsedAt(),
                secret);
    }
}
