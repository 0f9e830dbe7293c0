package parallax.publish.cms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parallax.publish.delivery.ChannelStore;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.problem.PublishException;
import tools.jackson.databind.json.JsonMapper;

/** The CMS channels that are registered. */
@Component
class CmsChannels {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

    private final ChannelStore channels;
    private final DeliveryQueue queue;
    private final CmsRoots roots;
    private final JsonMapper json;

    CmsChannels(ChannelStore channels, DeliveryQueue queue, CmsRoots roots, JsonMapper json) {
        this.channels = channels;
        this.queue = queue;
        this.roots = roots;
        this.json = json;
    }

    /** Registers a channel and queues every story for it; the same again changes nothing, another folder begins anew. */
    @Transactional
    Put put(String name, Request request) {
        if (!name.matches(NAME)) {
            throw bad("bad-name", "Bad name", "A CMS name has 1 to 64 lower-case letters, digits and hyphens.");
        }
        if (!MarkdownChannel.KIND.equals(request.kind())) {
            throw bad("bad-kind", "Bad kind", "\"kind\" must be \"markdown\".");
        }
        if (request.folder() == null) {
            throw bad("folder-refused", "Folder refused", "\"folder\" is missing.");
        }
        String config = json.writeValueAsString(
                new MarkdownConfig(roots.admit(request.folder()).toString()));
        Optional<StoredChannel> existing = channels.byName(MarkdownChannel.KIND, name);
        if (existing.isPresent()) {
            if (config(existing.get()).equals(json.readValue(config, MarkdownConfig.class))) {
                return new Put(existing.get(), false);
            }
            channels.delete(existing.get().id());
        }
        StoredChannel added = channels.add("cms_" + name, MarkdownChannel.KIND, name, config)
                .orElseThrow(() -> new PublishException.Conflict(
                        "channel-taken",
                        "Channel taken",
                        "Another request registers this channel just now; try again."));
        queue.backfill(added.id());
        return new Put(added, true);
    }

    List<StoredChannel> list() {
        return channels.list(List.of(MarkdownChannel.KIND));
    }

    StoredChannel get(String name) {
        return channels.byName(MarkdownChannel.KIND, name)
                .orElseThrow(() -> new PublishException.NotFound("CMS channel", name));
    }

    void delete(String name) {
        channels.delete(get(name).id());
    }

    MarkdownConfig config(StoredChannel channel) {
        return json.readValue(channel.config(), MarkdownConfig.class);
    }

    private static PublishException bad(String kind, String title, String detail) {
        return new PublishException.BadInput(kind, title, detail, null);
    }

    record Request(@Nullable String kind, @Nullable String folder) {}

    record Put(StoredChannel channel, boolean created) {}
}
