package parallax.enrich.story;

import java.time.Instant;

/**
 * What an editor said of a pair of articles, above every score.
 *
 * @param first the one of the lesser id
 * @param second the one of the greater id
 * @param same whether both cover one interview
 * @param decidedAt of two such words that cannot both hold, the later does
 */
public record Told(String first, String second, boolean same, Instant decidedAt) {

    /** The same whichever of the two is named first. */
    public static Told of(String one, String other, boolean same, Instant decidedAt) {
        return one.compareTo(other) < 0 ? new Told(one, other, same, decidedAt) : new Told(other, one, same, decidedAt);
    }

    /** The one of the two that is not {@code id}. */
    String other(String id) {
        return first.equals(id) ? second : first;
    }
}
