package parallax.publish.cms;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import parallax.publish.delivery.Parcel;

/**
 * The words that stand in a post, where a person may have changed them, and our mark beside them.
 *
 * @param content in whichever form the CMS keeps it
 * @param mark empty if there is none of ours
 */
record Standing(String title, String excerpt, String content, Optional<Mark> mark) {

    boolean isMarked(String word) {
        return mark.filter(one -> one.id().equals(word)).isPresent();
    }

    /** What of it is as we wrote it: by our memory, or, where we could not remember, by the mark. */
    Seals.Ours ours(Parcel parcel) {
        return seals().among(
                        Stream.concat(Seals.parse(parcel.artifactHash()).stream(), mark.map(Mark::seals).stream()));
    }

    /** What we once gave the post, as words of the mark, whether it still has it or not. */
    TreeSet<String> given() {
        return new TreeSet<>(mark.map(Mark::terms).orElse(List.of()));
    }

    Seals seals() {
        return Seals.of(title, excerpt, Mark.without(content));
    }
}
