package parallax.publish.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.egress.Egress;
import parallax.publish.PublishSettings;

/** Where subscribers ask to be told of changes (WebSub). No token: they prove that they want it by confirming. */
@RestController
class HubController {

    private final Hub hub;
    private final Egress egress;
    private final PublishSettings settings;

    HubController(Hub hub, Egress egress, PublishSettings settings) {
        this.hub = hub;
        this.egress = egress;
        this.settings = settings;
    }

    @PostMapping(path = "/websub", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void take(
            @RequestParam("hub.mode") String mode,
            @RequestParam("hub.topic") String topic,
            @RequestParam("hub.callback") String callback,
            @RequestParam(name = "hub.secret", required = false) @Nullable String secret,
            @RequestParam(name = "hub.lease_seconds", required = false) @Nullable String lease) {
        HubTopic feed = HubTopic.of(topic, settings.baseUrl())
                .orElseThrow(() -> HubRequest.bad("\"hub.topic\" is no feed of ours: it must begin with "
                        + settings.baseUrl() + "/feeds/ and be no page or volume."));
        hub.take(
                new HubRequest(
                        HubRequest.subscribe(mode),
                        topic,
                        egress.check("hub.callback", callback),
                        secret == null || secret.isEmpty() ? null : secret,
                        HubRequest.lease(lease)),
                feed.wish().kind());
    }
}
