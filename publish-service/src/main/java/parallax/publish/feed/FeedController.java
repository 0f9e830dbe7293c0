package parallax.publish.feed;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Says why there is no such feed; those that there are {@link FeedExpress} has sent before a request gets here. */
@RestController
class FeedController {

    @GetMapping({
        "/feeds/{kind:stories|articles}.{format:rss|atom|json}",
        "/feeds/{kind:stories|articles}/archive/{number:[0-9]{1,9}}.{format:rss|atom|json}"
    })
    void refuse(@RequestAttribute(FeedExpress.FAILURE) RuntimeException failure) {
        throw failure;
    }
}
