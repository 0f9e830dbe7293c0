package parallax.publish.cms;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parallax.publish.delivery.ChannelStore;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.problem.PublishException;

/** The CMS channels that are registered. */
@Component
class CmsChannels {

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
        StoredChannel added = channels.add("cms_" + name, kind.kind(), name, config)
                .orElseThrow(() -> new PublishException.Conflict(
                        "channel-taken",
                        "Channel taken",
                        "Another request registers this channel just now; try again."));
        queue.backfill(added.id());
        return new Put(added, true);
    }

    List<StoredChannel> list() {
        return channels.list(List.copyOf(kinds.keySet()));
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
        return list().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * What is asked for.
     *
     * @param folder of posts ({@code markdown})
     * @param url of the blog ({@code wordpress})
     * @param user who writes there
     * @param password an application password of his
     * @param status of new posts: {@code publish} unless said otherwise, {@code draft} or {@code pending}
     */
    record Request(
            @Nullable String kind,
            @Nullable String folder,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String status) {

        @Override
        public String toString() {
            return "Request[" + kind + "]"; // it may hold a password
        }
    }

    record Put(StoredChannel channel, boolean created) {}
}
