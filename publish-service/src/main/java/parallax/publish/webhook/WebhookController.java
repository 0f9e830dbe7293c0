package parallax.publish.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.delivery.StoredChannel;

/** Webhook endpoints over HTTP. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookController {

    private final Webhooks webhooks;
    private final Clock clock;
    private final int pageSize;

    WebhookController(Webhooks webhooks, Clock clock, PublishSettings settings) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.pageSize = settings.pageSize();
    }

    @PostMapping
    ResponseEntity<Endpoint> register(@RequestBody Webhooks.Request request) {
        Webhooks.Registration registration = webhooks.register(request);
        Endpoint endpoint = endpoint(registration.channel(), registration.secret());
        return registration.created()
                ? ResponseEntity.created(URI.create("/v1/webhooks/" + endpoint.id()))
                        .body(endpoint)
                : ResponseEntity.ok(endpoint);
    }

    /** Newest first. */
    @GetMapping
    Page<Endpoint> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        return webhooks.list(PageRequest.of(cursor, limit, pageSize)).map(channel -> shown(channel, request));
    }

    @GetMapping("/{id}")
    Endpoint get(@PathVariable String id, HttpServletRequest request) {
        return shown(webhooks.get(id), request);
    }

    @PatchMapping("/{id}")
    Endpoint change(@PathVariable String id, @RequestBody Webhooks.Change change) {
        return endpoint(webhooks.change(id, change), null);
    }

    @PostMapping("/{id}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    Key rotate(@PathVariable String id, @RequestBody(required = false) @Nullable Rotation rotation) {
        WebhookConfig.Key key = webhooks.rotate(
                id, rotation == null ? null : rotation.scheme(), rotation == null ? null : rotation.secret());
        return Key.of(key, Webhooks.shown(key));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        webhooks.delete(id);
    }

    private Endpoint shown(StoredChannel channel, HttpServletRequest request) {
        String url = request.isUserInRole("read") ? channel.name() : channel.nameForEverybody();
        return endpoint(channel, url, null);
    }

    private Endpoint endpoint(StoredChannel channel, @Nullable String secret) {
        return endpoint(channel, channel.name(), secret);
    }

    private Endpoint endpoint(StoredChannel channel, String url, @Nullable String secret) {
        WebhookConfig config = webhooks.config(channel);
        return new Endpoint(
                channel.id(),
                url,
                config.description(),
                config.wanted(),
                config.holding(clock.instant()).stream()
                        .map(key -> Key.of(key, null))
                        .toList(),
                channel.active(),
                channel.note(),
                channel.createdAt(),
                secret);
    }

    /**
     * An endpoint as JSON.
     *
     * @param url whole for those with a token of scope {@code read}
     * @param secret shown once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Endpoint(
            String id,
            String url,
            @Nullable String description,
            WebhookFilter filter,
            List<Key> keys,
            boolean active,
            @Nullable String note,
            Instant createdAt,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "Endpoint[" + id + "]";
        }
    }

    /**
     * A key as JSON.
     *
     * @param publicKey what signatures of scheme {@code v1a} are verified with
     * @param secret shown once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(
            String id,
            String scheme,
            @Nullable String publicKey,
            @Nullable Instant expiresAt,
            @Nullable String secret) {

        static Key of(WebhookConfig.Key key, @Nullable String secret) {
            SigningKey signing = SigningKey.of(key.text());
            return new Key(key.id(), signing.scheme(), signing.publicKey(), key.expiresAt(), secret);
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    record Rotation(@Nullable String scheme, @Nullable String secret) {

        @Override
        public String toString() {
            return "Rotation[" + scheme + "]";
        }
    }
}
