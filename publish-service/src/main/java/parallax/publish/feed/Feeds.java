package parallax.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/** Makes feeds, and keeps the bytes of those last made. */
@Component
class Feeds {

    /** Part of every ETag: to be raised when feeds of unchanged content are to look otherwise. */
    private static final String EDITION = "3";

    /** Stands as the date of a feed that never had an item; formats want one. */
    private static final Instant NEVER = Instant.parse("2026-01-01T00:00:00Z");

    private final FeedShelf shelf;
    private final FeedItems items;
    private final FeedIndex index;
    private final FeedHtml html;
    private final FeedPress press;
    private final PublishSettings settings;
    private final FeedAddresses addresses;
    private final Cache<String, Printed> printed;
    private final Timer printing;

    Feeds(
            FeedShelf shelf,
            FeedItems items,
            FeedIndex index,
            FeedHtml html,
            FeedPress press,
            PublishSettings settings,
            MeterRegistry meters) {
        this.shelf = shelf;
        this.items = items;
        this.index = index;
        this.html = html;
        this.press = press;
        this.settings = settings;
        this.addresses = new FeedAddresses(settings.baseUrl(), settings.feed().volume());
        this.printed = Caffeine.newBuilder()
                .maximumWeight(settings.feed().cache().toBytes())
                .weigher((String etag, Printed feed) -> feed.weight())
                .executor(Runnable::run) // to hand it to another thread takes longer than to do it
                .build();
        this.printing = meters.timer("parallax.feed.printing");
    }

    /** A document that can be compared with what a reader has, before it is made; empty if there is no such document. */
    Optional<Edition> edition(Edition.Wish wish) {
        if (wish.place() instanceof Place.Archive) {
            return look(wish);
        }
        return index.find(
                        wish.kind(),
                        wish.filter(),
                        before(wish),
                        settings.feed().limit() + 1)
                .map(found -> edition(wish, found.heads(), found.last()))
                .or(() -> look(wish));
    }

    /** The same as it is this very moment. */
    Optional<Edition> latest(Edition.Wish wish) {
        return look(wish);
    }

    /** All that stands in a document beside its items. */
    Feed frame(Edition edition, FeedFormat format) {
        Edition.Wish wish = edition.wish();
        String words = wish.filter().words();
        return new Feed(
                "urn:parallax:feed:" + wish.kind().path()
                        + wish.filter().name().replace('?', ':').replace("&", "%26"),
                settings.title() + " " + wish.kind().path() + words,
                wish.kind().description() + words,
                addresses.of(wish, format),
                settings.baseUrl() + "/",
                settings.baseUrl() + "/websub",
                updated(edition),
                addresses.links(edition, format),
                List.of());
    }

    /** The same document has the same tag on every instance, another one another. */
    String etag(Edition edition, Feed frame, boolean page) {
        StringBuilder content = new StringBuilder(2_000)
                .append(EDITION)
                .append('\n')
                .append(settings.itemBase())
                .append(page ? "\npage 2\n" : "\nfeed\n")
                .append(frame.title())
                .append('\n')
                .append(frame.self())
                .append(frame.links());
        for (FeedShelf.Head head : edition.heads()) {
            content.append(head.mark());
        }
        return Digest.of(content.toString());
    }

    /** The document's bytes. Of many who ask at once, one has it made. */
    Printed print(Edition edition, Feed frame, FeedFormat format, String etag) {
        return kept(etag, () -> make(edition, items -> press.print(frame, items, format)));
    }

    /** The same as a page. */
    Printed page(Edition edition, Feed frame, String etag) {
        return kept(
                etag,
                () -> make(edition, items -> {
                    Feed feed = frame.with(items.stream().map(Written::item).toList());
                    return Printed.of(List.of(html.write(feed, format -> addresses.newest(edition.wish(), format))));
                }));
    }

    private Printed kept(String etag, Supplier<Made> making) {
        Printed kept = printed.get(etag, missing -> {
            Made made = making.get();
            return made.exact() ? made.document() : null; // else it is not what the tag says
        });
        return kept == null ? making.get().document() : kept;
    }

    private Made make(Edition edition, Function<List<Written>, Printed> printer) {
        return Objects.requireNonNull(printing.record(() -> {
            FeedItems.Told told = items.of(edition.kind(), edition.heads());
            return new Made(printer.apply(told.items()), told.exact());
        }));
    }

    private record Made(Printed document, boolean exact) {}

    private static Instant updated(Edition edition) {
        Instant updated = Instant.EPOCH;
        for (FeedShelf.Head head : edition.heads()) {
            Instant one = head.dates().updated();
            updated = one.isAfter(updated) ? one : updated;
        }
        return edition.heads().isEmpty() ? NEVER : updated;
    }

    private Edition edition(Edition.Wish wish, List<FeedShelf.Head> heads, FeedShelf.Last last) {
        int limit = settings.feed().limit();
        boolean more = heads.size() > limit;
        return new Edition(
                wish, more ? List.copyOf(heads.subList(0, limit)) : heads, more, last.sequence(), last.issuedAt());
    }

    private Optional<Edition> look(Edition.Wish wish) {
        FeedShelf.Last last = shelf.last(wish.kind());
        if (wish.place() instanceof Place.Archive archive) {
            long size = settings.feed().volume();
            long first = archive.number() * size + 1;
            long end = first + size - 1;
            return end > last.sequence()
                    ? Optional.empty() // not full yet
                    : Optional.of(new Edition(
                            wish,
                            shelf.volume(wish.kind(), first, end),
                            false,
                            last.sequence(),
                            shelf.lastChange(wish.kind(), first, end)));
        }
        return Optional.of(edition(
                wish,
                shelf.heads(
                        wish.kind(),
                        wish.filter(),
                        before(wish),
                        settings.feed().limit() + 1),
                last));
    }

    private static long before(Edition.Wish wish) {
        return wish.place() instanceof Place.Before page ? page.sequence() : Long.MAX_VALUE;
    }
}
