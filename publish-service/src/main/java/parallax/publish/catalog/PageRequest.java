package parallax.publish.catalog;

import org.jspecify.annotations.Nullable;
import parallax.publish.problem.PublishException;

/**
 * Which page of a list is asked for.
 *
 * @param after where the page before ended; {@link Cursor#START} for the first
 * @param limit items on it
 */
public record PageRequest(Cursor after, int limit) {

    private static final int MOST = 200;

    /**
     * From the parameters of a request.
     *
     * @param usual items, where the caller names no number
     * @throws PublishException.BadInput if there can be no such page
     */
    public static PageRequest of(@Nullable String cursor, @Nullable Integer limit, int usual) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new PublishException.BadInput("bad-limit", "Bad limit", "\"limit\" must be 1 to " + MOST + ".", null);
        }
        return new PageRequest(
                cursor == null || cursor.isEmpty() ? Cursor.START : Cursor.decode(cursor),
                limit == null ? usual : limit);
    }

    /** How many to look for, to know whether there is another page. */
    public int toFind() {
        return limit + 1;
    }
}
