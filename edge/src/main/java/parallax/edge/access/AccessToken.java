package parallax.edge.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token as it is kept: everything but itself. */
record AccessToken(
        String id,
        String name,
        Set<Scope> scopes,
        @Nullable Integer requestsPerSecond,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {}
