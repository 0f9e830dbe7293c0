package parallax.publish.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;
import parallax.publish.problem.PublishException;

/** Where the links of feed items lead: to a page of ours that stays, whatever becomes of the originals. */
@RestController
class ItemController {

    private final FeedShelf shelf;
    private final FeedHtml html;
    private final PublishSettings settings;

    ItemController(FeedShelf shelf, FeedHtml html, PublishSettings settings) {
        this.shelf = shelf;
        this.html = html;
        this.settings = settings;
    }

    @GetMapping("/stories/{id}")
    ResponseEntity<byte[]> story(@PathVariable String id) {
        return shelf.mergedInto(id)
                .map(into -> ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .location(URI.create(Items.permalink(settings.baseUrl(), FeedKind.STORIES, into)))
                        .<byte[]>build())
                .orElseGet(() -> page(FeedKind.STORIES, id));
    }

    @GetMapping("/articles/{id}")
    ResponseEntity<byte[]> article(@PathVariable String id) {
        return page(FeedKind.ARTICLES, id);
    }

    private ResponseEntity<byte[]> page(FeedKind kind, String id) {
        Item item = shelf.read(kind, shelf.one(kind, id), settings.itemBase(), Wording.WORDS).values().stream()
                .findFirst()
                .map(FeedShelf.Found::item)
                .orElseThrow(() -> new PublishException.NotFound("item", id));
        byte[] page = html.write(item, settings.title(), settings.baseUrl());
        return ResponseEntity.ok()
                .eTag(Digest.of(new String(page, StandardCharsets.UTF_8)))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Cache-Control",
                        "public, max-age=" + settings.feed().maxAge().toSeconds())
                .header("Content-Security-Policy", FeedAnswer.PAGE_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(page);
    }
}
