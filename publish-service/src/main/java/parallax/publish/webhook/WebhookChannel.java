package parallax.publish.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import parallax.publish.egress.Egress;
import parallax.publish.egress.NoReplyException;
import parallax.publish.egress.Outgoing;
import parallax.publish.egress.Reply;
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
        try {
            return outcome(egress.send(request(parcel), settings.webhook().timeout(), 0));
        } catch (NoReplyException e) {
            return new Outcome.Retry(String.valueOf(e.getMessage()), null);
        }
    }

    private Outgoing request(Parcel parcel) {
        String body = WebhookPayload.json(
                parcel, settings.baseUrl(), settings.webhook().maxPayload().toBytes(), json);
        WebhookConfig config = json.readValue(parcel.channel().config(), WebhookConfig.class);
        Instant now = clock.instant();
        return new Outgoing(
                "POST",
                URI.create(parcel.channel().name()),
                Map.of(
                        "webhook-id", parcel.deliveryId(),
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", Signature.v1(new Secret(config.secret()), parcel.deliveryId(), now, body),
                        "Content-Type", "application/json; charset=utf-8"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome outcome(Reply reply) {
        if (reply.ok()) {
            return new Outcome.Delivered("HTTP " + reply.status(), null, null);
        }
        if (reply.status() == 410) {
            return new Outcome.ChannelGone("the endpoint answered 410 Gone");
        }
        boolean redirect = reply.status() >= 300 && reply.status() < 400;
        return new Outcome.Retry(
                "HTTP " + reply.status() + (redirect ? ", and redirects are not followed" : ""), reply.retryAfter());
    }
}
