package parallax.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/** Makes feeds, and keeps those last made. Whoever asks within a moment of another gets the same. */
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
    private final LoadingCache<Edition.Wish, Optional<Edition>> editions;
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
        this.editions = Caffeine.newBuilder()
                .expireAfterWrite(settings.feed().fresh())
                .maximumSize(settings.feed().editions())
                .build(this::known);
        this.printed = Caffeine.newBuilder()
                .maximumWeight(settings.feed().cache().toBytes())
                .weigher((String etag, Printed feed) -> feed.weight())
                .build();
        this.printing = meters.timer("parallax.feed.printing");
    }

    /** A document that can be compared with what a reader has, before it is made; empty if there is no such document. */
    Optional<Edition> edition(Edition.Wish wish) {
        return editions.get(wish);
    }

    /** The same as it is this very moment. */
    Optional<Edition> latest(Edition.Wish wish) {
        return look(wish);
    }

    /** The same document has the same tag on every instance, another one another. */
    String etag(Edition edition, FeedFormat format, boolean page) {
        StringBuilder content = new StringBuilder(String.join(
                "\n",
                EDITION,
                settings.title(),
                settings.itemBase(),
                Boolean.toString(page),
                addresses.of(edition.wish(), format),
                addresses.links(edition, format).toString()));
        edition.heads().forEach(head -> content.append('\n').append(head.mark()));
        return Digest.of(content.toString());
    }

    /** The document's bytes. Of many who ask at once, one has it made. */
    Printed print(Edition edition, FeedFormat format, boolean page, String etag) {
        Printed kept = printed.get(etag, missing -> {
            Made made = make(edition, format, page);
            return made.exact() ? made.document() : null; // else it is not what the tag says
        });
        return kept == null ? make(edition, format, page).document() : kept;
    }

    private Made make(Edition edition, FeedFormat format, boolean page) {
        return Objects.requireNonNull(printing.record(() -> {
            FeedItems.Told told = items.of(edition.kind(), edition.heads());
            Feed frame = feed(edition, format);
            return new Made(page ? page(frame, told.items()) : press.print(frame, told.items(), format), told.exact());
        }));
    }

    private Printed page(Feed frame, List<Written> items) {
        Feed feed = frame.with(items.stream().map(Written::item).toList());
        return Printed.of(List.of(html.write(feed)));
    }

    private record Made(Printed document, boolean exact) {}

    String self(Edition edition, FeedFormat format) {
        return addresses.of(edition.wish(), format);
    }

    /** Without its items. */
    private Feed feed(Edition edition, FeedFormat format) {
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

    private static Instant updated(Edition edition) {
        return edition.heads().stream()
                .map(head -> head.dates().updated())
                .max(Instant::compareTo)
                .orElse(NEVER);
    }

    /** From memory, where that reaches so far. */
    private Optional<Edition> known(Edition.Wish wish) {
        if (wish.place() instanceof Place.Archive) {
            return look(wish);
        }
        long before = wish.place() instanceof Place.Before page ? page.sequence() : Long.MAX_VALUE;
        return index.find(wish.kind(), wish.filter(), before, settings.feed().limit() + 1)
                .map(found -> edition(wish, found.heads(), found.last()))
                .or(() -> look(wish));
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
        long before = wish.place() instanceof Place.Before page ? page.sequence() : Long.MAX_VALUE;
        return Optional.of(edition(
                wish,
                shelf.heads(wish.kind(), wish.filter(), before, settings.feed().limit() + 1),
                last));
    }
}
