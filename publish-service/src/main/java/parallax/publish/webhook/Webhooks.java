package parallax.publish.webhook;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parallax.publish.delivery.ChannelStore;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.egress.Egress;
import parallax.publish.problem.PublishException;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints that are registered. */
@Component
class Webhooks {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final ChannelStore channels;
    private final DeliveryQueue queue;
    private final Egress egress;
    private final JsonMapper json;

    Webhooks(ChannelStore channels, DeliveryQueue queue, Egress egress, JsonMapper json) {
        this.channels = channels;
        this.queue = queue;
        this.egress = egress;
        this.json = json;
    }

    /** Registers an endpoint; the same URL again gives the endpoint there is. */
    @Transactional
    Registration register(Request request) {
        String url = egress.check("url", request.url()).toString();
        Secret secret = request.secret() == null ? Secret.generate() : Secret.parse(request.secret());
        Optional<StoredChannel> existing = channels.byName(WebhookChannel.KIND, url);
        if (existing.isPresent()) {
            return new Registration(existing.get(), null);
        }
        WebhookConfig config = new WebhookConfig(secret.text(), request.description());
        Optional<StoredChannel> added =
                channels.add(id(request.id()), WebhookChannel.KIND, url, json.writeValueAsString(config));
        if (added.isEmpty()) {
            // Another request was faster, or the id is taken.
            return channels.byName(WebhookChannel.KIND, url)
                    .map(channel -> new Registration(channel, null))
                    .orElseThrow(() -> new PublishException.Conflict(
                            "id-taken", "Id taken", "Another channel has the id \"" + request.id() + "\"."));
        }
        if (Boolean.TRUE.equals(request.backfill())) {
            queue.backfill(added.get().id());
        }
        return new Registration(added.get(), secret.text());
    }

    List<StoredChannel> list() {
        return channels.list(List.of(WebhookChannel.KIND));
    }

    StoredChannel get(String id) {
        return channels.byId(id)
                .filter(channel -> channel.kind().equals(WebhookChannel.KIND))
                .orElseThrow(() -> new PublishException.NotFound("webhook", id));
    }

    void delete(String id) {
        channels.delete(get(id).id());
    }

    private static String id(@Nullable String wanted) {
        if (wanted == null) {
            byte[] bytes = new byte[8];
            RANDOM.nextBytes(bytes);
            return "wh_" + HexFormat.of().formatHex(bytes);
        }
        if (!wanted.matches(ID)) {
            throw new PublishException.BadInput(
                    "bad-id", "Bad id", "\"id\" may have 1 to 64 letters, digits, - and _.", null);
        }
        return wanted;
    }

    record Request(
            @Nullable String id,
            String url,
            @Nullable String secret,
            @Nullable String description,
            @Nullable Boolean backfill) {

        Request {
            if (url == null) {
                throw new PublishException.BadInput("bad-url", "Bad URL", "\"url\" is missing.", null);
            }
        }

        @Override
        public String toString() {
            return "Request[" + url + "]";
        }
    }

    /**
     * How a registration ended.
     *
     * @param secret to be shown once; null if the endpoint was there before
     */
    record Registration(StoredChannel channel, @Nullable String secret) {

        @Override
        public String toString() {
            return "Registration[" + channel + "]";
        }
    }
}
