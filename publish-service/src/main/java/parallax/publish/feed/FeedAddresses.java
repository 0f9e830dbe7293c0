package parallax.publish.feed;

import org.jspecify.annotations.Nullable;

/** Where feed documents are read. */
final class FeedAddresses {

    private final String base;
    private final int volume;

    /**
     * Addresses.
     *
     * @param base what they begin with
     * @param volume places in a volume of the archive
     */
    FeedAddresses(String base, int volume) {
        this.base = base;
        this.volume = volume;
    }

    String of(Edition.Wish wish, FeedFormat format) {
        if (wish.place() instanceof Place.Archive archive) {
            return base + "/feeds/" + wish.kind().path() + "/archive/" + archive.number() + "." + format.suffix();
        }
        String query = wish.filter().query();
        if (wish.place() instanceof Place.Before before) {
            query += (query.isEmpty() ? "?" : "&") + "before=" + before.sequence();
        }
        return base + "/feeds/" + wish.kind().path() + "." + format.suffix() + query;
    }

    Feed.Links links(Edition edition, FeedFormat format) {
        Edition.Wish wish = edition.wish();
        long sealed = edition.lastSequence() / volume;
        if (wish.place() instanceof Place.Archive archive) {
            return new Feed.Links(
                    null,
                    null,
                    archive(wish.kind(), archive.number() - 1L, format),
                    archive.number() + 1 < sealed ? archive(wish.kind(), archive.number() + 1L, format) : null,
                    newest(wish, format));
        }
        boolean whole = wish.filter().none() && wish.place() instanceof Place.Newest;
        return new Feed.Links(
                next(edition, format),
                wish.place() instanceof Place.Before ? newest(wish, format) : null,
                whole ? archive(wish.kind(), sealed - 1, format) : null,
                null,
                null);
    }

    private @Nullable String next(Edition edition, FeedFormat format) {
        if (!edition.more() || edition.heads().isEmpty()) {
            return null;
        }
        Edition.Wish wish = edition.wish();
        long last = edition.heads().get(edition.heads().size() - 1).sequence();
        return of(new Edition.Wish(wish.kind(), wish.filter(), new Place.Before(last)), format);
    }

    /** The newest document of the feed that {@code wish} is a page of, with the same filter. */
    String newest(Edition.Wish wish, FeedFormat format) {
        return of(new Edition.Wish(wish.kind(), wish.filter(), new Place.Newest()), format);
    }

    private @Nullable String archive(FeedKind kind, long number, FeedFormat format) {
        return number < 0 ? null : base + "/feeds/" + kind.path() + "/archive/" + number + "." + format.suffix();
    }
}
