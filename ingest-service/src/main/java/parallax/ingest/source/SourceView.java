package parallax.ingest.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is shown.
 *
 * @param documents how many came of it; null of one that pushes, and in lists, as {@code warnings}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
        String name,
        String kind,
        @Nullable String url,
        @Nullable String folder,
        String rights,
        @Nullable String licence,
        @Nullable String language,
        @Nullable String author,
        List<String> labels,
        String fullText,
        @JsonProperty("private") @Nullable Boolean confidential,
        boolean active,
        @Nullable String note,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Visits visits,
        @Nullable Long documents,
        @Nullable List<SourceWarning> warnings) {

    static SourceView of(Source source, @Nullable SourceDetails details) {
        boolean feed = source.kind() == SourceKind.FEED;
        return new SourceView(
                source.name(),
                source.kind().toString(),
                feed ? source.location() : null,
                source.kind() == SourceKind.FOLDER ? source.location() : null,
                source.rights().toString(),
                source.licence(),
                source.language(),
                source.author(),
                source.labels(),
                source.fullText().toString(),
                source.confidential() ? true : null,
                source.active(),
                source.note(),
                source.createdAt(),
                source.updatedAt(),
                source.kind() == SourceKind.PUSH ? null : Visits.of(source.state(), details),
                details == null || source.kind() == SourceKind.PUSH ? null : details.documents(),
                details == null ? null : details.warnings());
    }

    /** As one without a token sees it: neither a confidential address, nor what quotes it, nor where a folder lies. */
    static SourceView forAll(Source source, @Nullable SourceDetails details) {
        boolean quoted = !source.confidential();
        SourceView whole = of(source, details);
        return new SourceView(
                whole.name,
                whole.kind,
                quoted ? whole.url : null,
                null,
                whole.rights,
                whole.licence,
                whole.language,
                whole.author,
                whole.labels,
                whole.fullText,
                whole.confidential,
                whole.active,
                quoted ? whole.note : null,
                whole.createdAt,
                whole.updatedAt,
                quoted ? whole.visits : null,
                whole.documents,
                quoted ? whole.warnings : null);
    }

    /**
     * Visits to a source.
     *
     * @param underWay null if none is
     * @param pauseSeconds between them, as learned
     * @param failures in a row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Visits(
            @Nullable Boolean underWay,
            @Nullable String outcome,
            @Nullable Instant last,
            @Nullable Instant lastSuccess,
            @Nullable Instant next,
            @Nullable Long pauseSeconds,
            int failures,
            @Nullable String movedTo,
            @Nullable String title,
            @Nullable String format) {

        static Visits of(SourceState state, @Nullable SourceDetails details) {
            return new Visits(
                    (details != null && details.underWay()) ? true : null,
                    state.outcome(),
                    state.visitedAt(),
                    state.succeededAt(),
                    state.nextAt(),
                    state.pause() == null ? null : state.pause().toSeconds(),
                    state.failures(),
                    state.movedTo(),
                    state.title(),
                    state.format());
        }
    }
}
