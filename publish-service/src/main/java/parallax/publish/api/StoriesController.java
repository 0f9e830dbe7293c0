package parallax.publish.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.events.ArticleEnriched;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Catalog;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.decision.Decisions;
import parallax.publish.delivery.DeliveryLog;
import parallax.publish.story.EditorsWord;

/** Stories and articles over HTTP. */
@RestController
class StoriesController {

    private final Catalog catalog;
    private final Decisions decisions;
    private final DeliveryLog deliveries;
    private final int pageSize;

    StoriesController(Catalog catalog, Decisions decisions, DeliveryLog deliveries, PublishSettings settings) {
        this.catalog = catalog;
        this.decisions = decisions;
        this.deliveries = deliveries;
        this.pageSize = settings.pageSize();
    }

    @GetMapping("/v1/stories")
    Page<StoryView> stories(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return catalog.page(PageRequest.of(cursor, limit, pageSize)).map(StoryView::of);
    }

    @GetMapping("/v1/stories/{id}")
    StoryView story(@PathVariable String id) {
        return StoryView.of(catalog.story(id));
    }

    @GetMapping("/v1/articles/{documentId}")
    ArticleView article(@PathVariable String documentId, HttpServletRequest request) {
        ArticleEnriched article = catalog.article(documentId);
        Optional<String> story = catalog.storyOf(documentId);
        EditorsWord word = decisions.word(List.of(documentId));
        ArticleView view = new ArticleView(
                article,
                word.shows(article),
                null,
                word.standing(documentId),
                story.orElse(null),
                story.map(deliveries::ofStory).orElse(List.of()));
        return request.isUserInRole("read") ? view : view.forEverybody();
    }
}
