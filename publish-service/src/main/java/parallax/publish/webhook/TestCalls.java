package parallax.publish.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parallax.egress.NoReplyException;
import parallax.egress.Reply;
import parallax.publish.PublishSettings;
import parallax.publish.delivery.DeliveryLog;
import parallax.publish.delivery.StoredChannel;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks that a person sends to see whether his endpoint takes them. */
@Component
class TestCalls {

    private final Webhooks webhooks;
    private final WebhookChannel channel;
    private final DeliveryLog log;
    private final JsonMapper json;
    private final Clock clock;
    private final String baseUrl;

    TestCalls(
            Webhooks webhooks,
            WebhookChannel channel,
            DeliveryLog log,
            JsonMapper json,
            Clock clock,
            PublishSettings settings) {
        this.webhooks = webhooks;
        this.channel = channel;
        this.log = log;
        this.json = json;
        this.clock = clock;
        this.baseUrl = settings.baseUrl();
    }

    /** Sends one at once, signed like any other, notes it in the log, and tells what was answered. */
    Answer call(StoredChannel endpoint) {
        String id = "msg_test_" + UUID.randomUUID();
        Instant start = clock.instant();
        String body = json.writeValueAsString(Payload.of(endpoint.id(), start, baseUrl));
        boolean delivered;
        String detail;
        try {
            Reply reply = channel.send(endpoint, webhooks.config(endpoint), id, body);
            delivered = reply.ok();
            detail = WebhookChannel.said(reply);
        } catch (NoReplyException e) {
            delivered = false;
            detail = String.valueOf(e.getMessage());
        }
        Instant end = clock.instant();
        log.tested(new DeliveryLog.TestCall(id, endpoint.id(), delivered, detail, start, end));
        return new Answer(id, delivered, detail, Duration.between(start, end).toMillis());
    }

    /**
     * What became of it.
     *
     * @param id sent as webhook-id; it stands in the log
     */
    record Answer(String id, boolean delivered, String detail, long millis) {}

    /** The body that is sent. */
    record Payload(String type, Instant timestamp, String schema, Data data) {

        record Data(String endpoint) {}

        static Payload of(String endpoint, Instant time, String baseUrl) {
            return new Payload("webhook.test", time, baseUrl + "/schemas/webhook-test.v1.json", new Data(endpoint));
        }
    }
}
