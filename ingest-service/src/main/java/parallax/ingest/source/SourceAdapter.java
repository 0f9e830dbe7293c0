package parallax.ingest.source;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.egress.BadAddressException;
import parallax.egress.Egress;
import parallax.events.Rights;
import parallax.ingest.identity.SourceName;
import parallax.ingest.refusal.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** From what was sent to a source of ours. */
@Component
class SourceAdapter {

    private static final int LONGEST = 500;
    private static final int MOST_LABELS = 20;

    /** A parameter that lets its bearer in. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)[?&][^=&]*(?:key|token|auth|secret|sig|pass|pwd|access|session)[^=&]*=[^&]");

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Egress egress;
    private final FolderRoots roots;
    private final Clock clock;

    SourceAdapter(Egress egress, FolderRoots roots, Clock clock) {
        this.egress = egress;
        this.roots = roots;
        this.clock = clock;
    }

    /** The source that {@code body} sets up under {@code name}. */
    Source read(String name, byte[] body) {
        SourceRequest request;
        try {
            request = json.readValue(body, SourceRequest.class);
        } catch (UnrecognizedPropertyException e) {
            throw invalid("it has no field \"" + e.getPropertyName() + "\"");
        } catch (JacksonException e) {
            throw invalid(Objects.requireNonNullElse(e.getOriginalMessage(), "not readable")
                    .lines()
                    .findFirst()
                    .orElse("not readable"));
        }
        if (request == null) {
            throw invalid("it is null");
        }
        return adapt(name, request);
    }

    Source adapt(String name, SourceRequest request) {
        SourceKind kind = kind(request);
        String location =
                switch (kind) {
                    case FEED -> feed(request.url());
                    case FOLDER ->
                        roots.require(required("folder", request.folder())).toString();
                    case PUSH -> null;
                };
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Source(
                SourceName.require(name),
                kind,
                location,
                choice("rights", Rights.values(), request.rights(), Rights.FULL),
                text("licence", request.licence()),
                language(request.language()),
                text("author", request.author()),
                labels(request.labels()),
                choice("fullText", FullText.values(), request.fullText(), FullText.AUTO),
                request.confidential() == null ? location != null && mayHoldSecret(location) : request.confidential(),
                request.active() == null || request.active(),
                null,
                now,
                now,
                SourceState.NEW);
    }

    /** Whether an address looks as if it let its bearer in. */
    static boolean mayHoldSecret(String address) {
        return SECRET.matcher(address).find();
    }

    private static SourceKind kind(SourceRequest request) {
        SourceKind guess = request.folder() != null ? SourceKind.FOLDER : SourceKind.FEED;
        return choice("kind", SourceKind.values(), request.kind(), guess);
    }

    private String feed(@Nullable String url) {
        try {
            return egress.check("url", required("url", url)).toString();
        } catch (BadAddressException e) {
            String detail = Objects.requireNonNullElse(e.getMessage(), "The address is refused.");
            throw e.within()
                    ? new Malformed("address-refused", "Address refused", detail)
                    : new Malformed("bad-url", "Bad URL", detail);
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw invalid("\"" + field + "\" is missing");
        }
        return value.strip();
    }

    private static @Nullable String text(String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST) {
            throw invalid("\"" + field + "\" is longer than " + LONGEST + " characters");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String language(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        String tidy = Locale.forLanguageTag(tag.strip()).toLanguageTag();
        if (tidy.equals("und")) {
            throw invalid("\"language\" is no language tag, as \"zh-Hant\" is");
        }
        return tidy;
    }

    private static List<String> labels(@Nullable List<String> labels) {
        if (labels == null) {
            return List.of();
        }
        boolean fit = labels.size() <= MOST_LABELS
                && labels.stream().allMatch(label -> label != null && label.matches("[a-z][a-z0-9-]{0,39}"));
        if (!fit) {
            throw invalid("\"labels\" must be at most " + MOST_LABELS
                    + " words of a-z, 0-9 and -, as \"machine-summary\", \"asr-transcript\" and \"translated\" are");
        }
        return List.copyOf(labels);
    }

    private static <E extends Enum<E>> E choice(String field, E[] all, @Nullable String given, E otherwise) {
        if (given == null) {
            return otherwise;
        }
        return Arrays.stream(all)
                .filter(one -> one.toString().equals(given))
                .findFirst()
                .orElseThrow(() -> invalid("\"" + field + "\" must be "
                        + Arrays.stream(all).map(E::toString).collect(Collectors.joining(", "))
                        + "; this is none of them"));
    }

    private static Malformed invalid(String what) {
        return new Malformed(
                "source-invalid",
                "Source invalid",
                "The source cannot be set up: " + what
                        + ". Send {\"url\":…} for a feed, {\"folder\":…} for a folder, {\"kind\":\"push\"} for one that pushes, with"
                        + " \"rights\", \"licence\", \"language\", \"author\", \"labels\", \"fullText\", \"private\", \"active\" as you need them.");
    }
}
