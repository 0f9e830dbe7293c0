package parallax.publish.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parallax.egress.Egress;
import parallax.egress.NoReplyException;
import parallax.egress.Outgoing;
import parallax.egress.Reply;
import parallax.publish.PublishSettings;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import parallax.publish.delivery.StoredChannel;
import tools.jackson.databind.json.JsonMapper;

/** Sends a signed webhook after Standard Webhooks 1.0.0. */
@Component
class WebhookChannel implements Channel {

    static final String KIND = "webhook";

    private final Egress egress;
    private final JsonMapper json;
    private final Clock clock;
    private final PublishSettings settings;

    WebhookChannel(Egress egress, JsonMapper json, Clock clock, PublishSettings settings) {
        this.egress = egress;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String family() {
        return "webhook";
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        WebhookConfig config = json.readValue(parcel.channel().config(), WebhookConfig.class);
        Optional<String> refused = config.wanted().refusesStory(parcel);
        if (refused.isPresent()) {
            return new Outcome.Filtered(refused.get(), false);
        }
        Optional<String> refusedType = config.wanted().refusesType(parcel.type());
        if (refusedType.isPresent()) {
            return new Outcome.Filtered(refusedType.get(), true);
        }
        String body = WebhookPayload.json(
                parcel, settings.baseUrl(), settings.webhook().maxPayload().toBytes(), json);
        try {
            return outcome(send(parcel.channel(), config, parcel.deliveryId(), body));
        } catch (NoReplyException e) {
            return new Outcome.Retry(String.valueOf(e.getMessage()), null);
        }
    }

    /** Sends a body, signed, just now. */
    Reply send(StoredChannel channel, WebhookConfig config, String id, String body) throws NoReplyException {
        Instant now = clock.instant();
        Outgoing request = new Outgoing(
                "POST",
                URI.create(channel.name()),
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                        Signature.of(config.signing(now), id, now, body),
                        "Content-Type",
                        "application/json; charset=utf-8"),
                body.getBytes(StandardCharsets.UTF_8));
        return egress.send(request, settings.webhook().timeout(), 0);
    }

    private static Outcome outcome(Reply reply) {
        if (reply.ok()) {
            return new Outcome.Delivered(said(reply), null, null);
        }
        if (reply.status() == 410) {
            return new Outcome.ChannelGone("the endpoint answered 410 Gone");
        }
        return new Outcome.Retry(said(reply), reply.retryAfter());
    }

    /** What was answered, in words. */
    static String said(Reply reply) {
        boolean redirect = reply.status() >= 300 && reply.status() < 400;
        return "HTTP " + reply.status() + (redirect ? ", and redirects are not followed" : "");
    }
}
