package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parallax.enrich.interview.People.Named;

/** Where a text names people; of several readings of a place the first holds. */
final class Places {

    private final List<Named> found = new ArrayList<>();
    private final boolean[] taken;

    /** Of a text of so many characters. */
    Places(int length) {
        taken = new boolean[length];
    }

    /** What was found, in the order of the text. */
    List<Named> found() {
        found.sort(Comparator.comparingInt(Named::start));
        return found;
    }

    void add(Person person, int start, int end) {
        found.add(new Named(person, start, end));
        take(start, end);
    }

    /** The same, unless something stands there. */
    void addFree(Person person, int start, int end) {
        if (!taken[start] && !taken[end - 1]) {
            add(person, start, end);
        }
    }

    /** Wherever {@code name} stands in {@code text} and nothing else does. */
    void addEverywhere(Person person, String name, String text) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            addFree(person, at, at + name.length());
        }
    }

    /** There stands something that is no person. */
    void take(int start, int end) {
        for (int i = start; i < end; i++) {
            taken[i] = true;
        }
    }
}
