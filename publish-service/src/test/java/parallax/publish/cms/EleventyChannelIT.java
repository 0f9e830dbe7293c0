package parallax.publish.cms;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** A real Eleventy, as {@code ./parallax verify} installs it. */
@Tag("eleventy")
class EleventyChannelIT extends GeneratorContract {

    @Override
    Path prepare() throws IOException {
        file("posts/posts.json", "{\"layout\": \"post.njk\"}");
        file("_includes/post.njk", """
                <!doctype html><html lang="{{ language }}"><head><title>{{ title }}</title>
                <link rel="canonical" href="{{ canonical }}"></head><body>
                <p class="author">{{ author }}, {{ outlet }}</p><time>{{ date.toISOString() }}</time>
                {% for label in labels %}<p class="label">{{ label }}</p>{% endfor %}
                <ul>{% for tag in tags %}<li>{{ tag }}</li>{% endfor %}{% for tag in categories %}<li>{{ tag }}</li>{% endfor %}</ul>
                {{ content | safe }}</body></html>
                """);
        file("index.njk", """
                ---
                permalink: /posts/index.html
                ---
                {% for post in collections["Elon Musk"] %}<a href="{{ post.url }}">{{ post.data.title }}</a>{% endfor %}
                """);
        return site.resolve("posts");
    }

    @Override
    void build() throws IOException, InterruptedException {
        String cache =
                System.getenv().getOrDefault("PARALLAX_CACHE", System.getProperty("user.home") + "/.cache/parallax");
        run(Path.of(cache, "eleventy/node_modules/.bin/eleventy").toString(), "--quiet", "--output=public");
    }
}
