package parallax.publish.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import parallax.publish.story.Day;
import parallax.publish.story.Language;

/** A feed for people who come with a browser, or one of its items. */
@Component
class FeedHtml {

    private final ITemplateEngine templates;

    FeedHtml(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A feed; {@code address} is where a reader finds it in a format. */
    byte[] write(Feed feed, Function<FeedFormat, String> address) {
        Context context = context(feed.title(), feed.items());
        context.setVariable("atom", address.apply(FeedFormat.ATOM));
        context.setVariable("rss", address.apply(FeedFormat.RSS));
        context.setVariable("json", address.apply(FeedFormat.JSON));
        context.setVariable("feed", feed);
        return templates.process("feed", context).getBytes(StandardCharsets.UTF_8);
    }

    /** The page that an item's permalink leads to; {@code base} is where feeds are read. */
    byte[] write(Item item, String site, String base) {
        Context context = context(item.title() + " · " + site, List.of(item));
        context.setVariable("item", item);
        context.setVariable("site", site);
        context.setVariable("base", base);
        return templates.process("item", context).getBytes(StandardCharsets.UTF_8);
    }

    private static Context context(String title, List<Item> items) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("title", title);
        context.setVariable(
                "days", items.stream().map(item -> Day.words(item.published())).toList());
        context.setVariable(
                "updates", items.stream().map(item -> Day.words(item.updated())).toList());
        context.setVariable(
                "languages",
                items.stream().map(item -> Language.words(item.language())).toList());
        context.setVariable(
                "others",
                items.stream()
                        .map(item -> item.coverage().stream()
                                .map(other -> Language.words(other.language()))
                                .toList())
                        .toList());
        return context;
    }
}
