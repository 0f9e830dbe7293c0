package parallax.publish.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parallax.egress.Egress;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.delivery.ChannelStore;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoredChannel;
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
    private final Clock clock;
    private final Duration overlap;

    Webhooks(
            ChannelStore channels,
            DeliveryQueue queue,
            Egress egress,
            JsonMapper json,
            Clock clock,
            PublishSettings settings) {
        this.channels = channels;
        this.queue = queue;
        this.egress = egress;
        this.json = json;
        this.clock = clock;
        this.overlap = settings.webhook().keyOverlap();
    }

    /** Registers an endpoint; the same URL again gives the endpoint there is. */
    @Transactional
    Registration register(Request request) {
        if (request.url() == null) {
            throw new PublishException.BadInput("bad-url", "Bad URL", "\"url\" is missing.", null);
        }
        String url = egress.check("url", request.url()).toString();
        WebhookConfig.Key key = Keys.make(request.scheme(), request.secret(), clock.instant());
        Optional<StoredChannel> existing = channels.byName(WebhookChannel.KIND, url);
        if (existing.isPresent()) {
            return new Registration(existing.get(), false, null);
        }
        WebhookConfig config = new WebhookConfig(null, request.description(), List.of(key), request.filter());
        Optional<StoredChannel> added =
                channels.add(id(request.id()), WebhookChannel.KIND, url, json.writeValueAsString(config));
        if (added.isEmpty()) {
            // Another request was faster, or the id is taken.
            return channels.byName(WebhookChannel.KIND, url)
                    .map(channel -> new Registration(channel, false, null))
                    .orElseThrow(() -> new PublishException.Conflict(
                            "id-taken", "Id taken", "Another channel has the id \"" + request.id() + "\"."));
        }
        if (Boolean.TRUE.equals(request.backfill())) {
            queue.backfill(added.get().id());
        }
        return new Registration(added.get(), true, shown(key));
    }

    Page<StoredChannel> list(PageRequest asked) {
        return channels.list(List.of(WebhookChannel.KIND), asked);
    }

    StoredChannel get(String id) {
        return channels.byId(id)
                .filter(channel -> channel.kind().equals(WebhookChannel.KIND))
                .orElseThrow(() -> new PublishException.NotFound("webhook", id));
    }

    void delete(String id) {
        channels.delete(get(id).id());
    }

    /** Changes what is named, and leaves the rest. */
    @Transactional
    StoredChannel change(String id, Change change) {
        StoredChannel channel = get(id);
        channels.configure(id, json.writeValueAsString(config(channel).with(change.description(), change.filter())));
        if (change.active() != null) {
            channels.switchTo(id, change.active());
        }
        return get(id);
    }

    /** Adds a key; those before it are signed with for a while longer. */
    @Transactional
    WebhookConfig.Key rotate(String id, @Nullable String scheme, @Nullable String chosen) {
        WebhookConfig.Key key = Keys.make(scheme, chosen, clock.instant());
        channels.configure(id, json.writeValueAsString(Keys.rotate(config(get(id)), key, overlap, clock.instant())));
        return key;
    }

    WebhookConfig config(StoredChannel channel) {
        return json.readValue(channel.config(), WebhookConfig.class);
    }

    /** What of a key may be shown, once: the secret that both share, but no private key. */
    static @Nullable String shown(WebhookConfig.Key key) {
        return SigningKey.of(key.text()).publicKey() == null ? key.text() : null;
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
        if (wanted.startsWith(StoredChannel.CMS_ID)) {
            throw new PublishException.BadInput(
                    "bad-id",
                    "Bad id",
                    "\"id\" may not begin with \"" + StoredChannel.CMS_ID
                            + "\": the ids of blogs do. Choose another, or none, and one is made.",
                    null);
        }
        return wanted;
    }

    record Request(
            @Nullable String id,
            @Nullable String url,
            @Nullable String secret,
            @Nullable String scheme,
            @Nullable String description,
            @Nullable WebhookFilter filter,
            @Nullable Boolean backfill) {

        @Override
        public String toString() {
            return "Request[" + url + "]";
        }
    }

    /** What of an endpoint can be changed; null: it stays. */
    record Change(
            @Nullable Boolean active,
            @Nullable String description,
            @Nullable WebhookFilter filter) {}

    /**
     * How a registration ended.
     *
     * @param created whether the endpoint was not there before
     * @param secret to be shown once, if there is one to share
     */
    record Registration(
            StoredChannel channel,
            boolean created,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "Registration[" + channel + "]";
        }
    }
}
