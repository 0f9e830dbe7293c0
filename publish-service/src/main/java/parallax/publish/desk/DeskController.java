package parallax.publish.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Catalog;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.story.InsideStory;

/** Serves the desk: read-only for now. */
@Controller
class DeskController {

    /** Nothing but our own style sheet; whatever a title tries, no browser will run it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Catalog catalog;
    private final PublishSettings settings;

    DeskController(Catalog catalog, PublishSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    @GetMapping("/")
    String desk(@RequestParam(required = false) @Nullable String cursor, Model model, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
        Page<InsideStory> page = catalog.page(PageRequest.of(cursor, null, settings.pageSize()));
        model.addAttribute("title", settings.title());
        model.addAttribute("total", catalog.count());
        model.addAttribute("stories", page.map(DeskStory::of).items());
        model.addAttribute("first", cursor == null || cursor.isEmpty());
        model.addAttribute("next", page.next());
        return "desk";
    }
}
