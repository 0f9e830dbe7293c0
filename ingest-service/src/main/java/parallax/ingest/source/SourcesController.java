package parallax.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.ingest.IngestSettings;
import parallax.ingest.identity.SourceName;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.TooLarge;

/** {@code /v1/sources}. */
@RestController
@RequestMapping("/v1/sources")
class SourcesController {

    private static final int MOST = 200;

    private final Sources sources;
    private final SourceAdapter adapter;
    private final int largest;

    SourcesController(Sources sources, SourceAdapter adapter, IngestSettings settings) {
        this.largest = Math.toIntExact(settings.maxRequest().toBytes());
        this.sources = sources;
        this.adapter = adapter;
    }

    /** A page of the list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<SourceView> items, @Nullable String next) {}

    @PutMapping("/{name}")
    ResponseEntity<SourceView> put(@PathVariable String name, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new TooLarge("request", largest, "parallax.ingest.max-request");
        }
        boolean created = sources.put(adapter.read(name, body));
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(sources.get(name)));
    }

    @GetMapping("/{name}")
    SourceView get(@PathVariable String name, HttpServletRequest request) {
        Source source = sources.get(SourceName.require(name));
        return mayRead(request) ? view(source) : SourceView.forAll(source, sources.details(name));
    }

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        if (limit < 1 || limit > MOST) {
            throw new Malformed("bad-limit", "Bad limit", "\"limit\" must be 1 to " + MOST + ".");
        }
        List<Source> found = sources.after(decode(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<Source> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream()
                        .map(source -> mayRead(request) ? SourceView.of(source, null) : SourceView.forAll(source, null))
                        .toList(),
                more ? encode(page.get(limit - 1).name()) : null);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        sources.delete(SourceName.require(name));
    }

    /** Visits it as soon as may be, whatever its turn. */
    @PostMapping("/{name}/visit")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void visit(@PathVariable String name) {
        sources.visitNow(SourceName.require(name));
    }

    private static boolean mayRead(HttpServletRequest request) {
        return request.isUserInRole("read");
    }

    private SourceView view(Source source) {
        return SourceView.of(source, sources.details(source.name()));
    }

    private static String encode(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
    }

    private static String decode(String cursor) {
        try {
            String name = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return name.isEmpty() ? name : SourceName.require(name);
        } catch (IllegalArgumentException | Malformed e) {
            throw new Malformed(
                    "bad-cursor",
                    "Bad cursor",
                    "The cursor was not made by this service. Take it from \"next\" of the page before, or leave it out.");
        }
    }
}
