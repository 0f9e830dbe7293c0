package parallax.edge.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a token is good for. */
enum Scope {
    /** Documents in and out. */
    INGEST,
    /** Reads that are not for everybody. */
    READ,
    /** All there is. */
    ADMIN;

    static Optional<Scope> of(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.toString().equals(name))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Scope::toString).collect(Collectors.joining(", "));
    }

    /** The wire form, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
