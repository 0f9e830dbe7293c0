package parallax.ingest.websub;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.ingest.IngestSettings;

/** {@code /v1/websub/{id}}, which hubs call: who does not know the id finds nothing, and what is not signed has no effect. */
@RestController
@RequestMapping("/v1/websub")
class WebSubController {

    private final Subscriptions subscriptions;
    private final int most;

    WebSubController(Subscriptions subscriptions, IngestSettings settings) {
        this.subscriptions = subscriptions;
        this.most = (int) settings.polling().maxFeedSize().toBytes();
    }

    /** The hub asks whether we did ask. */
    @GetMapping("/{id}")
    ResponseEntity<String> verify(
            @PathVariable String id,
            @RequestParam("hub.mode") String mode,
            @RequestParam(name = "hub.topic", required = false) @Nullable String topic,
            @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge,
            @RequestParam(name = "hub.lease_seconds", required = false) @Nullable Long lease,
            @RequestParam(name = "hub.reason", required = false) @Nullable String reason) {
        if (mode.equals("denied")) {
            subscriptions.denied(id, reason);
            return ResponseEntity.ok().build();
        }
        boolean asked = mode.equals("subscribe")
                && challenge != null
                && subscriptions.confirm(
                        id, topic, lease == null ? null : Duration.ofSeconds(Math.min(Math.max(lease, 0), 1L << 31)));
        return asked
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge)
                : ResponseEntity.notFound().build();
    }

    /** The hub tells of news. A subscription that is over is answered as gone, so that the hub forgets it. */
    @PostMapping("/{id}")
    ResponseEntity<Void> news(@PathVariable String id, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        boolean known = subscriptions.news(id, request.getHeader("X-Hub-Signature"), body);
        return ResponseEntity.status(known ? HttpStatus.ACCEPTED : HttpStatus.GONE)
                .build();
    }
}
