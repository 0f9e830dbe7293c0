package parallax.edge.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param id of the token
 * @param name as its maker called it
 * @param requestsPerSecond that it may make; null: as the settings say
 */
record Caller(
        String id, String name, Set<Scope> scopes, @Nullable Integer requestsPerSecond) {

    boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
