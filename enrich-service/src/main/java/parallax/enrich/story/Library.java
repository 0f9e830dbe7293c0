package parallax.enrich.story;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The articles that are stored, as the matching asks for them. Whatever it answers must be a function of the articles alone, not of their history. */
public interface Library {

    /** The articles among {@code ids} that are not withdrawn, ordered by document id. */
    List<Member> members(Collection<String> ids);

    /**
     * The documents that hold {@code key}.
     *
     * @param most how many at most: those first in the order of {@link BlockKeys#order}
     */
    List<String> holders(String key, int most);

    /**
     * The documents that hold one of {@code keys}.
     *
     * @param most how many at most for each key, as in {@link #holders}
     */
    Set<String> holdersOfAny(Collection<String> keys, int most);

    /** The documents that are linked to one of {@code ids}. */
    Set<String> linked(Collection<String> ids);

    /** The links of {@code id} are to be these and no others; a link goes both ways. */
    void link(String id, Collection<String> others);

    /** What editors said of pairs of which one is among {@code ids}; of two words about a pair the later. */
    List<Told> told(Collection<String> ids);

    /** What the document said, to the letter. */
    String content(String documentId);
}
