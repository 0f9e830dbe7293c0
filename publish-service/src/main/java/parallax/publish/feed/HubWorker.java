package parallax.publish.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.egress.Egress;
import parallax.egress.NoReplyException;
import parallax.egress.Outgoing;
import parallax.egress.Reply;
import parallax.publish.PublishSettings;

/** Talks with subscribers: asks whether they meant it, and pushes what is new. */
@Component
class HubWorker {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA256";

    private final HubSubscriptions subscriptions;
    private final Feeds feeds;
    private final Egress egress;
    private final PublishSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    HubWorker(
            HubSubscriptions subscriptions,
            Feeds feeds,
            Egress egress,
            PublishSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.egress = egress;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        List.of("delivered", "retry", "failed", "gone").forEach(outcome -> counted(outcome, 0));
        meters.timer("parallax.hub.delay");
    }

    /** Asks a subscriber to confirm (section 5.3). */
    void verify(String id) {
        Subscription subscription = subscriptions.byId(id).orElse(null);
        if (subscription == null || subscription.asked() == null) {
            return;
        }
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("hub.mode", subscription.asked());
        parameters.put("hub.topic", subscription.topic());
        parameters.put("hub.challenge", challenge);
        if (subscription.asked().equals("subscribe")) {
            parameters.put("hub.lease_seconds", Long.toString(subscription.askedLease()));
        }
        try {
            Reply reply = egress.send(
                    Outgoing.get(with(subscription.callback(), parameters), Map.of()),
                    settings.hub().timeout(),
                    1024);
            if (reply.ok() && reply.text().equals(challenge)) {
                subscriptions.confirmed(subscription);
            } else {
                subscriptions.denied(id, "not confirmed: HTTP " + reply.status());
            }
        } catch (NoReplyException e) {
            subscriptions.denied(id, "not confirmed: " + e.getMessage());
        }
    }

    /** Pushes what is new (section 7); answers when to come again, or nothing if the subscriber has all. */
    Optional<Instant> push(String id) {
        Subscription subscription = subscriptions.byId(id).orElse(null);
        if (subscription == null || !alive(subscription)) {
            return Optional.empty();
        }
        HubTopic topic = HubTopic.of(subscription.topic(), settings.baseUrl()).orElse(null);
        if (topic == null) { // we have moved; what is subscribed to is no longer ours
            subscriptions.delete(id);
            return Optional.empty();
        }
        subscriptions.taken(id);
        Edition edition = feeds.latest(topic.wish()).orElseThrow();
        Feed frame = feeds.frame(edition, topic.format());
        String tag = feeds.etag(edition, frame, false);
        if (tag.equals(subscription.deliveredTag())) {
            return Optional.empty();
        }
        byte[] body = feeds.print(edition, frame, topic.format(), tag).plain();
        try {
            Reply reply = egress.send(
                    new Outgoing("POST", URI.create(subscription.callback()), headers(subscription, topic, body), body),
                    settings.hub().timeout(),
                    0);
            return answered(subscription, tag, reply);
        } catch (NoReplyException e) {
            return failed(subscription, String.valueOf(e.getMessage()), null);
        }
    }

    private boolean alive(Subscription subscription) {
        return subscription.active()
                && subscription.leaseUntil() != null
                && subscription.leaseUntil().isAfter(clock.instant());
    }

    private Optional<Instant> answered(Subscription subscription, String tag, Reply reply) {
        if (reply.ok()) {
            subscriptions.pushed(subscription.id(), tag, "HTTP " + reply.status());
            counted("delivered", 1);
            if (subscription.dueAt() != null) {
                meters.timer("parallax.hub.delay").record(Duration.between(subscription.dueAt(), clock.instant()));
            }
            return Optional.empty();
        }
        if (reply.status() == 410) { // "the subscriber has gone": section 7
            subscriptions.delete(subscription.id());
            counted("gone", 1);
            return Optional.empty();
        }
        return failed(subscription, "HTTP " + reply.status(), reply.retryAfter());
    }

    private Optional<Instant> failed(Subscription subscription, String outcome, @Nullable Duration asked) {
        int failures = subscription.failures() + 1;
        List<Duration> waits = settings.hub().retries();
        boolean last = failures > waits.size();
        subscriptions.failed(subscription.id(), last ? 0 : failures, outcome);
        counted(last ? "failed" : "retry", 1);
        if (last) {
            return Optional.empty(); // until there is something new again
        }
        Duration wait = waits.get(failures - 1);
        Duration most = settings.delivery().retryAfterMost();
        Duration rest = asked == null || asked.compareTo(wait) < 0 ? wait : asked;
        return Optional.of(clock.instant().plus(rest.compareTo(most) > 0 ? most : rest));
    }

    private Map<String, String> headers(Subscription subscription, HubTopic topic, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", topic.format().mediaType());
        headers.put(
                "Link",
                "<" + settings.baseUrl() + "/websub>; rel=\"hub\", <" + subscription.topic() + ">; rel=\"self\"");
        if (subscription.secret() != null) {
            headers.put("X-Hub-Signature", "sha256=" + signature(subscription.secret(), body));
        }
        return headers;
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static URI with(String callback, Map<String, String> parameters) {
        StringBuilder uri = new StringBuilder(callback);
        char before = callback.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            uri.append(before)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            before = '&';
        }
        return URI.create(uri.toString());
    }

    private void counted(String outcome, int count) {
        meters.counter("parallax.hub.pushes", "outcome", outcome).increment(count);
    }
}
