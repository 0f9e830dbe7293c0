package parallax.enrich.annotate;

/**
 * A place in a text where an entity is named.
 *
 * @param entity which
 * @param start offset in the text, in UTF-16 code units
 * @param end offset after it
 */
public record Mention(KnownEntity entity, int start, int end) {

    Mention moved(int by) {
        return new Mention(entity, start + by, end + by);
    }
}
