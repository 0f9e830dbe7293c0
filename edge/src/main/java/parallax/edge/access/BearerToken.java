package parallax.edge.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request's bearer token (RFC 6750, section 2.1), before and after we know whose it is. */
final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "bearer ";

    private final transient @Nullable String secret;
    private final transient @Nullable Caller caller;

    private BearerToken(
            @Nullable String secret, @Nullable Caller caller, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.secret = secret;
        this.caller = caller;
    }

    /** What stands in the header {@code Authorization}; null if that is no bearer token. */
    static @Nullable BearerToken in(@Nullable String header) {
        return header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? null
                : new BearerToken(header.substring(SCHEME.length()).strip(), null, List.of());
    }

    static BearerToken of(Caller caller) {
        BearerToken token = new BearerToken(
                null,
                caller,
                Arrays.stream(Scope.values())
                        .filter(caller::may)
                        .map(scope -> new SimpleGrantedAuthority("ROLE_" + scope))
                        .toList());
        token.setAuthenticated(true);
        return token;
    }

    @Nullable
    Caller caller() {
        return caller;
    }

    /** The token itself, until it is known whose it is. */
    @Override
    public @Nullable Object getCredentials() {
        return secret;
    }

    @Override
    public Object getPrincipal() {
        return caller == null ? "" : caller.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
