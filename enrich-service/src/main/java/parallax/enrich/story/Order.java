package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Whether two articles tell what they share in one order, as two reports of one conversation mostly do, and what a guest says everywhere
 * does not: Kendall's rank correlation ("A new measure of rank correlation", 1938).
 */
final class Order {

    private Order() {}

    /** Where a shared term stands in the first article and in the second, see {@link parallax.enrich.interview.Wording.Term}. */
    record Place(int first, int second) {}

    /** From -1 to 1 (tau), times the square root of the number of terms, by which chance shrinks; 0 for less than two. */
    static double of(List<Place> places) {
        int terms = places.size();
        long agreeing = 0;
        for (int i = 0; i < terms; i++) {
            Place one = places.get(i);
            for (int j = i + 1; j < terms; j++) {
                Place other = places.get(j);
                agreeing += (long) Integer.signum(one.first() - other.first())
                        * Integer.signum(one.second() - other.second());
            }
        }
        return terms < 2 ? 0 : agreeing * 2.0 / (terms * (terms - 1.0)) * Math.sqrt(terms);
    }

    /** As many of {@code shared} as stand in one order in both articles, in that order. */
    static <T> List<T> longest(List<T> shared, ToIntFunction<T> first, ToIntFunction<T> second) {
        List<T> sorted = shared.stream().sorted(Comparator.comparingInt(first)).toList();
        List<List<T>> longestTo = new ArrayList<>();
        for (T last : sorted) {
            List<T> before = longestTo.stream()
                    .filter(run -> second.applyAsInt(run.get(run.size() - 1)) < second.applyAsInt(last))
                    .max(Comparator.comparingInt(List::size))
                    .orElse(List.of());
            longestTo.add(Stream.concat(before.stream(), Stream.of(last)).toList());
        }
        return longestTo.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }
}
