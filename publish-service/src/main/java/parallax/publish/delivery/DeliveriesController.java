package parallax.publish.delivery;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One delivery: what became of it, and once more. */
@RestController
class DeliveriesController {

    private final DeliveryLog log;
    private final Replays replays;

    DeliveriesController(DeliveryLog log, Replays replays) {
        this.log = log;
        this.replays = replays;
    }

    @GetMapping("/v1/deliveries/{id}")
    Attempts delivery(@PathVariable String id) {
        return log.attempts(id);
    }

    @PostMapping("/v1/deliveries/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> replay(@PathVariable String id) {
        replays.again(id);
        return Map.of("id", id, "state", "pending");
    }
}
