package parallax.publish.feed;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;

/** Serves the list of all feeds. */
@RestController
class OpmlController {

    private final FeedShelf shelf;
    private final PublishSettings settings;

    OpmlController(FeedShelf shelf, PublishSettings settings) {
        this.shelf = shelf;
        this.settings = settings;
    }

    @GetMapping("/feeds.opml")
    ResponseEntity<String> opml() {
        Opml opml = new Opml(settings.title(), settings.baseUrl());
        for (String filter : FeedFilter.KINDS) {
            for (FeedKind kind : FeedKind.values()) {
                opml.narrowed(
                        kind,
                        filter,
                        shelf.facets(kind, filter + ":", settings.feed().outlines()));
            }
        }
        String list = opml.write();
        return ResponseEntity.ok()
                .eTag(Digest.of(list))
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + settings.feed().maxAge().toSeconds())
                .contentType(MediaType.parseMediaType("text/x-opml;charset=utf-8"))
                .body(list);
    }
}
