package parallax.publish.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.events.Interview;
import parallax.publish.story.Label;
import parallax.publish.story.OutsideArticle;

/** The content of an item: labels and attribution first, then the text as far as rights allow, then who else covered it. */
final class ItemHtml {

    private ItemHtml() {}

    static String of(
            OutsideArticle article, @Nullable Interview interview, List<OutsideArticle> others, Wording wording) {
        StringBuilder html = new StringBuilder();
        for (String label : Label.words(article.labels())) {
            html.append("<p><strong>").append(escape(label)).append("</strong></p>\n");
        }
        html.append("<p>").append(attribution(article)).append("</p>\n");
        if (interview != null) {
            html.append("<p><em>").append(escape(interview(interview, wording))).append("</em></p>\n");
        }
        if (article.body() != null) {
            html.append(SafeHtml.of(article.body(), article.url()));
        } else if (article.excerpt() != null) {
            html.append("<p>").append(escape(article.excerpt())).append("</p>\n");
        }
        if (!others.isEmpty()) {
            html.append("<h2>Also covered by</h2>\n<ul>\n");
            others.forEach(
                    other -> html.append("<li>").append(mention(other, wording)).append("</li>\n"));
            html.append("</ul>\n");
        }
        return XmlText.clean(html.toString());
    }

    private static String attribution(OutsideArticle article) {
        String outlet = escape(article.outletOrSource());
        String by = article.author() == null
                        || article.author().isBlank()
                        || article.author().equals(article.outlet())
                ? outlet
                : escape(article.author()) + ", " + outlet;
        return by + link(article, " · ", "Original");
    }

    private static String mention(OutsideArticle article, Wording wording) {
        String labels = Label.words(article.labels()).stream()
                .map(label -> ", " + escape(label))
                .collect(Collectors.joining());
        String title = article.url() == null ? escape(article.title()) : link(article, "", article.title());
        return title + " – " + escape(article.outletOrSource()) + " (" + escape(wording.language(article.language()))
                + ")" + labels;
    }

    private static String link(OutsideArticle article, String before, String text) {
        String url = article.url() == null ? null : SafeHtml.absolute(article.url(), null);
        return url == null
                ? (before.isEmpty() ? escape(text) : "")
                : before + "<a href=\"" + escape(url) + "\">" + escape(text) + "</a>";
    }

    private static String interview(Interview interview, Wording wording) {
        List<String> parts = new ArrayList<>();
        if (!interview.guests().isEmpty()) {
            parts.add("Interview with " + names(interview.guests()));
        }
        if (!interview.hosts().isEmpty()) {
            parts.add("asked by " + names(interview.hosts()));
        }
        if (interview.show() != null) {
            parts.add(interview.show().name());
        }
        LocalDate day = interview.earliest();
        if (day != null && day.equals(interview.latest())) {
            parts.add(wording.day(day));
        }
        if (interview.minutes() != null) {
            parts.add(interview.minutes() + " min");
        }
        return String.join(" · ", parts);
    }

    private static String names(List<Interview.Named> people) {
        return people.stream().map(Interview.Named::name).collect(Collectors.joining(", "));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
