package parallax.publish.feed;

/** Which part of a feed a document holds. */
sealed interface Place {

    /** The newest items; what a reader subscribes to. */
    record Newest() implements Place {}

    /**
     * A page of older items (RFC 5005, section 3).
     *
     * @param sequence the place in the feed that the page before ended with
     */
    record Before(long sequence) implements Place {}

    /**
     * A volume of the archive (RFC 5005, section 4): always the same items, however old it grows.
     *
     * @param number from 0
     */
    record Archive(int number) implements Place {}
}
