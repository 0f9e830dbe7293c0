package parallax.ingest.source;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import parallax.ingest.IngestSettings;
import parallax.ingest.check.Utf8;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TooLarge;

/** {@code /v1/sources.opml}: the feeds in and out, as readers exchange them. */
@RestController
@RequestMapping("/v1/sources.opml")
class OpmlController {

    private static final int PAGE = 500;
    private static final int LONGEST_NAME = 60;

    private final Sources sources;
    private final SourceAdapter adapter;
    private final Clock clock;
    private final IngestSettings.Lists limits;

    OpmlController(Sources sources, SourceAdapter adapter, Clock clock, IngestSettings settings) {
        this.limits = settings.lists();
        this.sources = sources;
        this.adapter = adapter;
        this.clock = clock;
    }

    /**
     * What came of an import.
     *
     * @param created names of new sources
     * @param known addresses that were sources already
     * @param refused addresses that cannot be, with why
     */
    record Imported(List<String> created, List<String> known, List<Refused> refused) {}

    /** An address that cannot be a source. */
    record Refused(String url, String detail) {}

    @GetMapping
    ResponseEntity<String> export(HttpServletRequest request) {
        boolean whole = request.isUserInRole("read");
        List<Source> feeds = all().stream()
                .filter(source -> source.kind() == SourceKind.FEED && (whole || !source.confidential()))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/x-opml;charset=UTF-8"))
                .body(OpmlWriter.write(feeds, clock.instant()));
    }

    /** Sets up each feed that is none of ours yet; what is known stays as it is. */
    // No parameters are bound by the framework: where curl says that it sends a form, it would look for them in the
    // body.
    @PostMapping
    Imported take(HttpServletRequest request) throws IOException {
        MultiValueMap<String, String> query = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        String rights = parameter(query, "rights");
        String licence = parameter(query, "licence");
        int most = Math.toIntExact(limits.maxSize().toBytes());
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new TooLarge("list", most, "parallax.ingest.lists.max-size");
        }
        List<OpmlReader.Outline> outlines = OpmlReader.read(Utf8.decode(body));
        if (outlines.isEmpty() || outlines.size() > limits.maxFeeds()) {
            throw new Malformed(
                    "opml-invalid",
                    "OPML invalid",
                    outlines.isEmpty()
                            ? "The body names no feed. Send OPML: an <outline> with an \"xmlUrl\" for each."
                            : "The body names " + outlines.size() + " feeds, more than " + limits.maxFeeds()
                                    + ". Send it in parts, or raise parallax.ingest.lists.max-feeds.");
        }
        Set<String> names = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (Source source : all()) {
            names.add(source.name());
            addresses.add(source.location() == null ? "" : source.location());
            addresses.add(source.address() == null ? "" : source.address());
        }
        Imported imported = new Imported(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (OpmlReader.Outline outline : outlines) {
            if (!addresses.add(outline.url())) {
                imported.known().add(outline.url());
                continue;
            }
            try {
                String name = name(outline, names);
                sources.put(adapter.adapt(name, wanted(outline, rights, licence)));
                names.add(name);
                imported.created().add(name);
            } catch (Refusal e) {
                imported.refused().add(new Refused(outline.url(), e.detail()));
            }
        }
        return imported;
    }

    private static @Nullable String parameter(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static SourceRequest wanted(OpmlReader.Outline outline, @Nullable String rights, @Nullable String licence) {
        return new SourceRequest(
                "feed", outline.url(), null, rights, licence, outline.language(), null, null, null, null, null);
    }

    /** From the title, where it has letters that a name may have; else from the host. */
    private static String name(OpmlReader.Outline outline, Set<String> taken) {
        String slug = slug(outline.title());
        if (slug.length() < 2) {
            slug = slug(host(outline.url()));
        }
        String base = slug.isEmpty() ? "feed" : slug;
        String name = base;
        for (int n = 2; taken.contains(name); n++) {
            name = base + "-" + n;
        }
        return name;
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-").replaceAll("^-+|-+$", "");
        return slug.substring(0, Math.min(LONGEST_NAME, slug.length()));
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private List<Source> all() {
        List<Source> all = new ArrayList<>();
        List<Source> page = sources.after("", PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = sources.after(page.get(page.size() - 1).name(), PAGE);
        }
        return all;
    }
}
