package parallax.publish.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import tools.jackson.databind.json.JsonMapper;

/** Sends a signed webhook after Standard Webhooks 1.0.0. */
@Component
class WebhookChannel implements Channel {

    static final String KIND = "webhook";

    private static final ContentType JSON = ContentType.APPLICATION_JSON;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines;
    private final JsonMapper json;
    private final Clock clock;
    private final PublishSettings settings;

    WebhookChannel(
            CloseableHttpClient webhookClient,
            ScheduledExecutorService webhookDeadlines,
            JsonMapper json,
            Clock clock,
            PublishSettings settings) {
        this.http = webhookClient;
        this.deadlines = webhookDeadlines;
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
        HttpPost request = request(parcel);
        Duration timeout = settings.webhook().timeout();
        // Time-outs of the client count from byte to byte: one that drips could hold us for ever.
        ScheduledFuture<?> deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(request, this::outcome);
        } catch (EgressGuard.Refused e) {
            return new Outcome.Retry("refused: the endpoint's address is in an internal network", null);
        } catch (IOException e) {
            return request.isCancelled()
                    ? new Outcome.Retry("no answer within " + timeout.toSeconds() + " s", null)
                    : new Outcome.Retry("no answer: " + e.getClass().getSimpleName(), null);
        } finally {
            deadline.cancel(false);
        }
    }

    private HttpPost request(Parcel parcel) {
        String body = WebhookPayload.json(
                parcel, settings.baseUrl(), settings.webhook().maxPayload().toBytes(), json);
        WebhookConfig config = json.readValue(parcel.channel().config(), WebhookConfig.class);
        Instant now = clock.instant();
        HttpPost request = new HttpPost(URI.create(parcel.channel().name()));
        request.setHeader("webhook-id", parcel.deliveryId());
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader(
                "webhook-signature", Signature.v1(new Secret(config.secret()), parcel.deliveryId(), now, body));
        request.setEntity(new StringEntity(body, JSON.withCharset(StandardCharsets.UTF_8)));
        return request;
    }

    private Outcome outcome(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered("HTTP " + status, null, null);
        }
        if (status == 410) {
            return new Outcome.ChannelGone("the endpoint answered 410 Gone");
        }
        return new Outcome.Retry(
                "HTTP " + status + (status >= 300 && status < 400 ? ", and redirects are not followed" : ""),
                retryAfter(response.getFirstHeader("Retry-After")));
    }

    /** Seconds only; a date would need the receiver's clock to be right. */
    private static @Nullable Duration retryAfter(@Nullable Header header) {
        if (header == null || header.getValue() == null || !header.getValue().matches("[0-9]{1,5}")) {
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(header.getValue()));
    }
}
