package parallax.edge.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.edge.Problem;

/** {@code /v1/tokens}; needs the scope {@code admin}, for reads too. */
@RestController
@RequestMapping("/v1/tokens")
class TokensController {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final String NEVER = "never";
    private static final int MOST = 200;

    private final Tokens tokens;
    private final Clock clock;

    TokensController(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A token to make, nothing checked.
     *
     * @param expiresIn ISO 8601 duration, {@code P90D}, or {@code never}; a year if left out
     * @param requestsPerSecond that it may make; as the settings say if left out
     * @param hash SHA-256 of the token in hexadecimal digits, if the caller makes it himself
     * @param overlap when rotating: how long the old one stays good, a day if left out
     */
    record TokenRequest(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String expiresIn,
            @Nullable Integer requestsPerSecond,
            @Nullable String hash,
            @Nullable String overlap) {}

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

    /** A page of the list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<TokenView> items, @Nullable String next) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TokenView make(@RequestBody TokenRequest wanted, HttpServletRequest request) {
        return shown(tokens.make(
                name(wanted.name()),
                scopes(wanted.scopes()),
                rate(wanted.requestsPerSecond()),
                end(wanted.expiresIn()),
                hash(wanted.hash()),
                by(request)));
    }

    @PostMapping("/{id}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    TokenView rotate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable TokenRequest wanted,
            HttpServletRequest request) {
        AccessToken old = tokens.find(id).orElseThrow(() -> unknown(id));
        Duration overlap = wanted == null || wanted.overlap() == null ? OVERLAP : duration("overlap", wanted.overlap());
        return shown(tokens.rotate(
                old,
                overlap,
                end(wanted == null ? null : wanted.expiresIn()),
                hash(wanted == null ? null : wanted.hash()),
                by(request)));
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw invalid("\"limit\" must be 1 to " + MOST);
        }
        List<AccessToken> found = tokens.after(cursor, limit + 1);
        boolean more = found.size() > limit;
        List<AccessToken> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(token -> TokenView.of(token, null)).toList(),
                more ? page.get(limit - 1).id() : null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        if (!tokens.revoke(id)) {
            throw unknown(id);
        }
    }

    private static TokenView shown(java.util.Optional<Tokens.Made> made) {
        return made.map(one -> TokenView.of(one.token(), one.secret()))
                .orElseThrow(() -> problem(
                        HttpStatus.CONFLICT,
                        "token-known",
                        "Token known",
                        "A token with this \"hash\" is known already."));
    }

    private static String by(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getRemoteUser(), "");
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw invalid("\"name\" must have 1 to 100 characters: who uses the token, and for what");
        }
        return name.strip();
    }

    private static Set<Scope> scopes(@Nullable List<String> names) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String name : names == null ? List.<String>of() : names) {
            scopes.add(Scope.of(name).orElseThrow(() -> invalid("\"scopes\" may hold " + Scope.all())));
        }
        if (scopes.isEmpty()) {
            throw invalid("\"scopes\" must hold one or more of " + Scope.all());
        }
        return scopes;
    }

    private static @Nullable Integer rate(@Nullable Integer perSecond) {
        if (perSecond != null && (perSecond < 1 || perSecond > 1_000_000)) {
            throw invalid("\"requestsPerSecond\" must be 1 to 1000000");
        }
        return perSecond;
    }

    private @Nullable Instant end(@Nullable String expiresIn) {
        if (NEVER.equals(expiresIn)) {
            return null;
        }
        Duration duration = expiresIn == null ? YEAR : duration("expiresIn", expiresIn);
        return clock.instant().plus(duration).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Duration duration(String field, String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.toDays() <= 36_500) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw invalid("\"" + field + "\" must be a duration such as P90D or PT12H"
                    + (field.equals("expiresIn") ? ", or " + NEVER : ""));
        }
        throw invalid("\"" + field + "\" must be positive and no more than a hundred years");
    }

    private static @Nullable String hash(@Nullable String hash) {
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            throw invalid("\"hash\" must be the SHA-256 of the token in 64 lower-case hexadecimal digits");
        }
        return hash;
    }

    private static ErrorResponseException invalid(String what) {
        return problem(HttpStatus.BAD_REQUEST, "token-invalid", "Token invalid", what + ".");
    }

    private static ErrorResponseException unknown(String id) {
        return problem(
                HttpStatus.NOT_FOUND,
                "unknown-token",
                "Unknown token",
                "There is no token with the id \"" + id + "\". GET /v1/tokens lists those that are.");
    }

    private static ErrorResponseException problem(HttpStatus status, String kind, String title, String detail) {
        return new ErrorResponseException(status, Problem.of(status, kind, title, detail), null);
    }
}
