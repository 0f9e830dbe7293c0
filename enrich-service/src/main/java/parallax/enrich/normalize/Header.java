package parallax.enrich.normalize;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.enrich.text.TracedText;
import parallax.frontmatter.FrontMatter;
import parallax.frontmatter.Limits;

/** Reads the front matter of posts of Hugo, Jekyll and Eleventy, and of notes of Obsidian. */
final class Header {

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.TITLE, List.of("title")),
            entry(Field.AUTHOR, List.of("author", "authors", "byline")),
            entry(Field.PUBLISHED, List.of("date", "published", "publishDate", "pubDate", "published_at")),
            entry(Field.WRITTEN, List.of("created", "lastmod", "last_modified_at", "modified", "updated")),
            entry(Field.SUMMARY, List.of("description", "summary", "excerpt")),
            entry(Field.TAG, List.of("tags", "keywords", "categories", "category")),
            entry(Field.GUEST, List.of("guest", "guests", "interviewee")),
            entry(Field.HOST, List.of("host", "hosts", "interviewer")),
            entry(Field.PERSON, List.of("people", "related_people", "persons")),
            entry(Field.SPEAKER, List.of("speaker", "speakers")),
            entry(
                    Field.ORGANISATION,
                    List.of("companies_orgs", "companies", "company", "organizations", "organisations")),
            entry(Field.PRODUCT, List.of("products_models", "products", "models")),
            entry(Field.WORK, List.of("media_books", "books", "works")),
            entry(Field.SHOW, List.of("show", "podcast", "program", "programme")),
            entry(Field.CHANNEL, List.of("source_name", "channel")),
            entry(Field.EPISODE, List.of("episode", "episode_number", "episodeNumber")),
            entry(Field.RECORDING, List.of("source", "source_url", "video", "video_url", "youtube", "youtube_url")),
            entry(Field.URL, List.of("canonical", "canonical_url", "canonicalURL", "url")));

    private static final Set<Field> DATES = Set.of(Field.PUBLISHED, Field.WRITTEN);

    private Header() {}

    static Reading read(Reading reading) {
        String document = reading.text().toString();
        FrontMatter header = FrontMatter.of(document, Limits.DEFAULT);
        Reading read = reading;
        for (Map.Entry<Field, List<String>> names : NAMES.entrySet()) {
            for (String name : names.getValue()) {
                for (String value : header.texts(name)) {
                    if (DATES.contains(names.getKey()) && Dates.read(value).isEmpty()) {
                        continue; // Jekyll's "published: true" is none
                    }
                    read = read.with(
                            names.getKey(),
                            located(reading.text(), header.field(name).orElseThrow(), value));
                }
            }
        }
        boolean hidden =
                header.text("published").filter("false"::equalsIgnoreCase).isPresent(); // Jekyll's word for it
        if (hidden || header.text("draft").filter("true"::equalsIgnoreCase).isPresent()) {
            read = read.with(Field.DRAFT, TracedText.of("true"));
        }
        return read.withText(reading.text().from(header.bodyStart()));
    }

    /** The value with its places; one that YAML escapes or folds stands, as a whole, where its field does. */
    private static TracedText located(TracedText document, FrontMatter.Field field, String value) {
        int at = document.toString().indexOf(value, field.start());
        if (at >= 0 && at + value.length() <= field.end()) {
            return document.subSequence(at, at + value.length());
        }
        int[] origin = new int[value.length()];
        java.util.Arrays.fill(origin, document.place(field.start(), field.end()).start());
        return TracedText.of(value, origin);
    }
}
