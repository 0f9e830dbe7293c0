package parallax.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a request needs a token for: reads are for all but those of tokens, writes for nobody without one. */
final class Demand {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String TOKENS = "/v1/tokens";

    private final List<String> open;
    private final List<String> ingest;

    Demand(List<String> open, List<String> ingest) {
        this.open = open;
        this.ingest = ingest;
    }

    /** The scope that it needs; empty if none. */
    Optional<Scope> of(HttpServletRequest request) {
        // Decoded, as it is looked up: /v1/%74okens leads to the tokens too.
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (READS.contains(request.getMethod())) {
            return below(TOKENS, path) ? Optional.of(Scope.ADMIN) : Optional.empty();
        }
        if (request.getMethod().equals("POST") && open.stream().anyMatch(one -> opens(one, path))) {
            return Optional.empty();
        }
        return Optional.of(ingest.stream().anyMatch(one -> below(one, path)) ? Scope.INGEST : Scope.ADMIN);
    }

    /** {@code /hub} opens just that path, {@code /hooks/**} those below. */
    private static boolean opens(String pattern, String path) {
        return pattern.endsWith("/**")
                ? path.startsWith(pattern.substring(0, pattern.length() - 2))
                : path.equals(pattern);
    }

    private static boolean below(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
