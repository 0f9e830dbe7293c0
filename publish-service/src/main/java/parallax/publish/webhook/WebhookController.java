package parallax.publish.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.delivery.Delivery;
import parallax.publish.delivery.DeliveryLog;
import parallax.publish.delivery.StoredChannel;
import tools.jackson.databind.json.JsonMapper;

/** Webhook endpoints over HTTP. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookController {

    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final JsonMapper json;

    WebhookController(Webhooks webhooks, DeliveryLog log, JsonMapper json) {
        this.webhooks = webhooks;
        this.log = log;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<Endpoint> register(@RequestBody Webhooks.Request request) {
        Webhooks.Registration registration = webhooks.register(request);
        Endpoint endpoint = endpoint(registration.channel(), registration.secret());
        return registration.secret() == null
                ? ResponseEntity.ok(endpoint)
                : ResponseEntity.created(URI.create("/v1/webhooks/" + endpoint.id()))
                        .body(endpoint);
    }

    @GetMapping
    Map<String, List<Endpoint>> list() {
        return Map.of(
                "items",
                webhooks.list().stream().map(channel -> endpoint(channel, null)).toList());
    }

    @GetMapping("/{id}")
    Endpoint get(@PathVariable String id) {
        return endpoint(webhooks.get(id), null);
    }

    @GetMapping("/{id}/deliveries")
    Map<String, List<Delivery>> deliveries(@PathVariable String id) {
        return Map.of("items", log.ofChannel(webhooks.get(id).id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        webhooks.delete(id);
    }

    private Endpoint endpoint(StoredChannel channel, @Nullable String secret) {
        WebhookConfig config = json.readValue(channel.config(), WebhookConfig.class);
        return new Endpoint(
                channel.id(),
                channel.name(),
                config.description(),
                channel.active(),
                channel.note(),
                channel.createdAt(),
                secret);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Endpoint(
            String id,
            String url,
            @Nullable String description,
            boolean active,
            @Nullable String note,
            Instant createdAt,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "Endpoint[" + id + "]";
        }
    }
}
