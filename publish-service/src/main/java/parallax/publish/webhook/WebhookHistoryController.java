package parallax.publish.webhook;

import java.util.List;
import java.util.Map;
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
import parallax.publish.catalog.Page;
import parallax.publish.delivery.Delivery;
import parallax.publish.delivery.DeliveryLog;
import parallax.publish.delivery.Replay;
import parallax.publish.delivery.Replays;
import parallax.publish.delivery.Why;

/** What became of an endpoint's webhooks, why, and once more. */
@RestController
@RequestMapping("/v1/webhooks/{id}")
class WebhookHistoryController {

    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final Replays replays;
    private final Why why;
    private final TestCalls tests;

    WebhookHistoryController(Webhooks webhooks, DeliveryLog log, Replays replays, Why why, TestCalls tests) {
        this.webhooks = webhooks;
        this.log = log;
        this.replays = replays;
        this.why = why;
        this.tests = tests;
    }

    @GetMapping("/deliveries")
    Page<Delivery> deliveries(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return log.ofChannel(webhooks.get(id).id(), state, cursor, limit);
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
        return Map.of("queued", replays.again(webhooks.get(id).id(), wish == null ? Replay.FAILED : wish));
    }

    /** Sends a webhook of type {@code webhook.test} at once, signed like any other, and tells what was answered. */
    @PostMapping("/test")
    TestCalls.Answer test(@PathVariable String id) {
        return tests.call(webhooks.get(id));
    }
}
