package parallax.enrich.story;

import java.util.List;

/**
 * Two articles as a pair, in a library those that score high enough to be grouped together.
 *
 * @param first the document of the lesser id
 * @param second the document of the greater id
 */
public record Link(String first, String second) implements Comparable<Link> {

    /** Of two documents, whichever comes first. */
    public static Link of(String one, String other) {
        return one.compareTo(other) < 0 ? new Link(one, other) : new Link(other, one);
    }

    /** Both documents. */
    List<String> ends() {
        return List.of(first, second);
    }

    @Override
    public int compareTo(Link other) {
        int order = first.compareTo(other.first);
        return order != 0 ? order : second.compareTo(other.second);
    }
}
