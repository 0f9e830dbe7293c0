package parallax.publish.cms;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** A real Hugo. */
@Tag("hugo")
class HugoChannelIT extends GeneratorContract {

    @Override
    Path prepare() throws IOException {
        file("config.toml", "baseURL = \"https://blog.example/\"\ntitle = \"Blog\"\n");
        file("layouts/_default/single.html", """
                <!doctype html><html lang="{{ .Params.language }}"><head><title>{{ .Title }}</title>
                <link rel="canonical" href="{{ .Params.canonicalURL }}"></head><body>
                <p class="author">{{ .Params.author }}, {{ .Params.outlet }}</p><time>{{ .Date.Format "2006-01-02" }}</time>
                {{ range .Params.labels }}<p class="label">{{ . }}</p>{{ end }}
                <ul>{{ range .Params.tags }}<li>{{ . }}</li>{{ end }}{{ range .Params.categories }}<li>{{ . }}</li>{{ end }}</ul>
                {{ .Content }}</body></html>
                """);
        file("layouts/_default/list.html", "{{ range .Pages }}<a href=\"{{ .Permalink }}\">{{ .Title }}</a>{{ end }}");
        return site.resolve("content/posts");
    }

    @Override
    void build() throws IOException, InterruptedException {
        run("hugo", "--quiet", "--destination", "public");
    }
}
