package parallax.publish.catalog;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, as it is answered.
 *
 * @param next cursor of the following page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * The page that was asked for.
     *
     * @param found one more than the page holds, if there are more
     * @param place of an item in the list
     */
    public static <T> Page<T> of(List<T> found, PageRequest asked, Function<T, Cursor> place) {
        if (found.size() <= asked.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, asked.limit()));
        return new Page<>(items, place.apply(items.get(items.size() - 1)).encode());
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
