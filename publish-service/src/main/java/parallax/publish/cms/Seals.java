package parallax.publish.cms;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checksums of a post's title, excerpt and text, each of its own, so that it can be told which of them a person has changed since
 * we wrote them. What is a person's has none.
 */
record Seals(String title, String excerpt, String content) {

    /** As {@link #toString()} writes them. */
    static final String FORM = "(?:[0-9a-f]{16}|-)(?:\\.(?:[0-9a-f]{16}|-)){2}";

    private static final String NONE = "-";

    static Seals of(String title, String excerpt, String content) {
        return new Seals(seal(title), seal(excerpt), seal(content));
    }

    /** Empty if {@code text} is none of {@link #toString()}'s making. */
    static Optional<Seals> parse(@Nullable String text) {
        if (text == null || !text.matches(FORM)) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        return Optional.of(new Seals(parts[0], parts[1], parts[2]));
    }

    /** Which parts of this, as it stands, are as one of those that we wrote or remember. */
    Ours among(Stream<Seals> written) {
        return written.reduce(
                new Ours(false, false, false),
                (ours, one) -> new Ours(
                        ours.title || same(one, Seals::title),
                        ours.excerpt || same(one, Seals::excerpt),
                        ours.content || same(one, Seals::content)),
                (one, other) -> one);
    }

    private boolean same(Seals other, Function<Seals, String> part) {
        return part.apply(this).equals(part.apply(other));
    }

    /** These, but none for what is not ours: once a person's, it stays a person's. */
    Seals of(Ours ours) {
        return new Seals(ours.title ? title : NONE, ours.excerpt ? excerpt : NONE, ours.content ? content : NONE);
    }

    @Override
    public String toString() {
        return title + "." + excerpt + "." + content;
    }

    private static String seal(String text) {
        return Seal.hash(text.strip()).substring(0, 16);
    }

    /** Which parts are ours to write. */
    record Ours(boolean title, boolean excerpt, boolean content) {

        static final Ours ALL = new Ours(true, true, true);

        /** To be added to what is told of a delivery: which parts were left. */
        String said() {
            if (title && excerpt) {
                return "";
            }
            String left =
                    !title && !excerpt ? "title and excerpt stay" : title ? "the excerpt stays" : "the title stays";
            return "; " + left + " as a person wrote " + (!title && !excerpt ? "them" : "it");
        }
    }
}
