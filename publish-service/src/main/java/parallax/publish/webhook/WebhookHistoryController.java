package parallax.publish.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.egress.NoReplyException;
import parallax.egress.Reply;
import parallax.publish.delivery.Delivery;
import parallax.publish.delivery.DeliveryLog;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.delivery.Why;
import tools.jackson.databind.json.JsonMapper;

/** What became of an endpoint's webhooks, why, and once more. */
@RestController
@RequestMapping("/v1/webhooks/{id}")
class WebhookHistoryController {

    private final Webhooks webhooks;
    private final WebhookChannel channel;
    private final DeliveryLog log;
    private final DeliveryQueue queue;
    private final Why why;
    private final JsonMapper json;

    WebhookHistoryController(
            Webhooks webhooks, WebhookChannel channel, DeliveryLog log, DeliveryQueue queue, Why why, JsonMapper json) {
        this.webhooks = webhooks;
        this.channel = channel;
        this.log = log;
        this.queue = queue;
        this.why = why;
        this.json = json;
    }

    @GetMapping("/deliveries")
    Map<String, List<Delivery>> deliveries(@PathVariable String id) {
        return Map.of("items", log.ofChannel(webhooks.get(id).id()));
    }

    /** Why it did, or did not, hear of a story. */
    @GetMapping("/why")
    Map<String, List<Why.Reason>> why(@PathVariable String id, @RequestParam String story) {
        return Map.of("reasons", why.of(webhooks.get(id), story));
    }

    /** Delivers again: all that failed, or all of a time. */
    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Integer> replay(@PathVariable String id, @RequestBody(required = false) @Nullable Replay wish) {
        Replay what = wish == null ? new Replay(null, null, null) : wish;
        boolean failedOnly = what.failedOnly() == null ? what.from() == null && what.to() == null : what.failedOnly();
        return Map.of("queued", queue.replay(webhooks.get(id).id(), what.from(), what.to(), failedOnly));
    }

    /** Sends a webhook of type {@code webhook.test} at once, signed like any other, and tells what was answered. */
    @PostMapping("/test")
    Test test(@PathVariable String id) {
        StoredChannel endpoint = webhooks.get(id);
        Instant now = Instant.now();
        String body = json.writeValueAsString(
                Map.of("type", "webhook.test", "timestamp", now.toString(), "data", Map.of("endpoint", endpoint.id())));
        long start = System.nanoTime();
        try {
            Reply reply = channel.send(endpoint, webhooks.config(endpoint), "msg_test_" + UUID.randomUUID(), body);
            return new Test(reply.ok(), "HTTP " + reply.status(), millis(start));
        } catch (NoReplyException e) {
            return new Test(false, String.valueOf(e.getMessage()), millis(start));
        }
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /**
     * What to deliver again.
     *
     * @param failedOnly null: if no time is named
     */
    record Replay(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Boolean failedOnly) {}

    record Test(boolean delivered, String detail, long millis) {}
}
