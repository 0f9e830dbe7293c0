package parallax.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tokens that are good: those of the settings, and those that were made. A revocation is heeded within seconds. */
class Tokens {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final TokenTable table;
    private final Clock clock;
    private final Map<String, Caller> configured = new TreeMap<>();
    private final Cache<String, Optional<Caller>> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    /**
     * Knows these tokens besides those of the table.
     *
     * @param before valid as {@code token} is, while everybody moves to that one; may be null
     */
    Tokens(TokenTable table, Clock clock, String token, @Nullable String before) {
        this.table = table;
        this.clock = clock;
        configured.put(Secret.hash(token), new Caller("settings", "settings", EnumSet.allOf(Scope.class), null));
        if (before != null) {
            configured.put(
                    Secret.hash(before), new Caller("settings-before", "settings", EnumSet.allOf(Scope.class), null));
        }
    }

    /** A token just made: the only time that it is shown. */
    record Made(AccessToken token, @Nullable String secret) {}

    /** Who calls with {@code token}; empty if it is none that is good now. */
    Optional<Caller> caller(String token) {
        String hash = Secret.hash(token);
        Caller own = null;
        for (Map.Entry<String, Caller> entry : configured.entrySet()) {
            own = Secret.same(entry.getKey(), hash) ? entry.getValue() : own;
        }
        // The table is asked for a digest, of which no sender can choose a part: the time that takes tells nothing.
        return own != null ? Optional.of(own) : known.get(hash, digest -> table.use(digest, clock.instant()));
    }

    /**
     * Makes a token.
     *
     * @param hash of one that the caller has made himself, so that it may be good at several services; else we make it
     * @return empty if it is known already
     */
    Optional<Made> make(
            String name,
            Set<Scope> scopes,
            @Nullable Integer perSecond,
            @Nullable Instant expiresAt,
            @Nullable String hash,
            String by) {
        String secret = hash == null ? Secret.fresh() : null;
        String digest = secret == null ? String.valueOf(hash) : Secret.hash(secret);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AccessToken token = new AccessToken(
                "tok_" + digest.substring(0, 16), name, scopes, perSecond, now, by, expiresAt, null, null);
        boolean added = table.add(token, digest);
        known.invalidateAll();
        return added ? Optional.of(new Made(token, secret)) : Optional.empty();
    }

    /** A token that may do what {@code old} may, which stays good for {@code overlap}. */
    Optional<Made> rotate(
            AccessToken old, Duration overlap, @Nullable Instant expiresAt, @Nullable String hash, String by) {
        Optional<Made> made = make(old.name(), old.scopes(), old.requestsPerSecond(), expiresAt, hash, by);
        if (made.isPresent()) {
            table.revoke(old.id(), clock.instant().plus(overlap));
        }
        return made;
    }

    Optional<AccessToken> find(String id) {
        return table.find(id);
    }

    List<AccessToken> after(String id, int limit) {
        return table.after(id, limit);
    }

    boolean revoke(String id) {
        boolean revoked = table.revoke(id, clock.instant());
        known.invalidateAll();
        return revoked;
    }
}
