package parallax.edge.access;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import parallax.edge.Problem;

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
        @Nullable String overlap) {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final String NEVER = "never";

    /** Of whoever asks for a token without saying anything of it. */
    static final TokenRequest EMPTY = new TokenRequest(null, null, null, null, null, null);

    String requireName() {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw invalid("\"name\" must have 1 to 100 characters: who uses the token, and for what");
        }
        return name.strip();
    }

    Set<Scope> requireScopes() {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        for (String one : scopes == null ? List.<String>of() : scopes) {
            wanted.add(Scope.of(one).orElseThrow(() -> invalid("\"scopes\" may hold " + Scope.all())));
        }
        if (wanted.isEmpty()) {
            throw invalid("\"scopes\" must hold one or more of " + Scope.all());
        }
        return wanted;
    }

    @Nullable
    Integer rate() {
        if (requestsPerSecond != null && (requestsPerSecond < 1 || requestsPerSecond > 1_000_000)) {
            throw invalid("\"requestsPerSecond\" must be 1 to 1000000");
        }
        return requestsPerSecond;
    }

    /** When it ends, if it is made at {@code now}; null if never. */
    @Nullable
    Instant end(Instant now) {
        if (NEVER.equals(expiresIn)) {
            return null;
        }
        Duration duration = expiresIn == null ? YEAR : duration("expiresIn", expiresIn);
        return now.plus(duration).truncatedTo(ChronoUnit.SECONDS);
    }

    Duration overlapOrDay() {
        return overlap == null ? OVERLAP : duration("overlap", overlap);
    }

    @Nullable
    String digest() {
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            throw invalid("\"hash\" must be the SHA-256 of the token in 64 lower-case hexadecimal digits");
        }
        return hash;
    }

    private static Duration duration(String field, String text) {
        try {
            Duration duration = Duration.parse(text);
            boolean some = duration.isZero() ? field.equals("overlap") : !duration.isNegative();
            if (some && duration.toDays() <= 36_500) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw invalid("\"" + field + "\" must be a duration such as P90D or PT12H"
                    + (field.equals("expiresIn") ? ", or " + NEVER : ""));
        }
        throw invalid("\"" + field + "\" must be positive and no more than a hundred years");
    }

    static ErrorResponseException invalid(String what) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST,
                Problem.of(HttpStatus.BAD_REQUEST, "token-invalid", "Token invalid", what + "."),
                null);
    }
}
