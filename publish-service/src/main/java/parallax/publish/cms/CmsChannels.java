package parallax.publish.cms;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.delivery.ChannelStore;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.problem.PublishException;

/** The CMS channels that are registered. */
@Component
class CmsChannels {

    /** A post that waits longer is forgotten rather than scheduled. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

    private final ChannelStore channels;
    private final DeliveryQueue queue;
    private final Map<String, CmsKind> kinds = new TreeMap<>();

    CmsChannels(ChannelStore channels, DeliveryQueue queue, List<CmsKind> kinds) {
        this.channels = channels;
        this.queue = queue;
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    }

    /**
     * Registers a channel and queues every story for it. The same again changes nothing; another password or the like takes
     * effect; another place begins anew.
     */
    @Transactional
    Put put(String name, Request request) {
        if (!name.matches(NAME)) {
            throw bad("bad-name", "Bad name", "A CMS name has 1 to 64 lower-case letters, digits and hyphens.");
        }
        CmsKind kind = request.kind() == null ? null : kinds.get(request.kind());
        if (kind == null) {
            throw bad("bad-kind", "Bad kind", "\"kind\" must be one of " + String.join(", ", kinds.keySet()) + ".");
        }
        String config = kind.admit(request);
        StoredChannel existing = find(name);
        if (existing != null) {
            if (existing.kind().equals(kind.kind())
                    && kind.place(existing.config()).equals(kind.place(config))) {
                channels.configure(existing.id(), config);
                channels.switchTo(existing.id(), true);
                return new Put(get(name), false);
            }
            channels.delete(existing.id());
        }
        StoredChannel added = channels.add(StoredChannel.CMS_ID + name, kind.kind(), name, config)
                .orElseThrow(() -> new PublishException.Conflict(
                        "channel-taken",
                        "Channel taken",
                        "Another request registers this channel just now; try again."));
        queue.backfill(added.id());
        return new Put(added, true);
    }

    Page<StoredChannel> list(PageRequest asked) {
        return channels.list(kinds.keySet(), asked);
    }

    StoredChannel get(String name) {
        StoredChannel channel = find(name);
        if (channel == null) {
            throw new PublishException.NotFound("CMS channel", name);
        }
        return channel;
    }

    void delete(String name) {
        channels.delete(get(name).id());
    }

    Map<String, String> shown(StoredChannel channel) {
        CmsKind kind = kinds.get(channel.kind());
        return kind == null ? Map.of() : kind.shown(channel.config());
    }

    static PublishException bad(String kind, String title, String detail) {
        return new PublishException.BadInput(kind, title, detail, null);
    }

    private @Nullable StoredChannel find(String name) {
        return kinds.keySet().stream()
                .flatMap(kind -> channels.byName(kind, name).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * What is asked for.
     *
     * @param folder of posts ({@code markdown})
     * @param url of the blog ({@code wordpress}, {@code ghost})
     * @param user who writes there ({@code wordpress})
     * @param password an application password of his
     * @param key of the Admin API ({@code ghost})
     * @param status of new posts: {@code publish} unless said otherwise, {@code draft} or, with WordPress, {@code pending}
     * @param publishAfter how long after they come new posts go out by themselves, such as {@code PT2H}; until then they are
     *     scheduled, and an editor may look at them
     */
    record Request(
            @Nullable String kind,
            @Nullable String folder,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String key,
            @Nullable String status,
            @Nullable String publishAfter) {

        /** The status of new posts, one of {@code known}, the first of which is the usual. */
        String statusOf(List<String> known) {
            String asked = status == null ? known.get(0) : status;
            if (!known.contains(asked)) {
                throw bad("bad-status", "Bad status", "\"status\" must be one of " + String.join(", ", known) + ".");
            }
            return asked;
        }

        /** Null if new posts go out at once, or not by themselves. */
        @Nullable
        Duration delay() {
            if (publishAfter == null) {
                return null;
            }
            try {
                Duration delay = Duration.parse(publishAfter);
                if (!delay.isNegative() && !delay.isZero() && delay.compareTo(LONGEST) <= 0) {
                    return delay;
                }
            } catch (DateTimeParseException e) {
                // it is refused below
            }
            throw bad(
                    "bad-publish-after",
                    "Bad publishAfter",
                    "\"publishAfter\" must be a time of up to a year as ISO 8601 writes it, such as PT2H or P1D.");
        }

        @Override
        public String toString() {
            return "Request[" + kind + "]"; // it may hold a password
        }
    }

    record Put(StoredChannel channel, boolean created) {}
}
