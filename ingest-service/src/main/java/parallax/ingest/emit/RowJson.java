package parallax.ingest.emit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.events.Provenance;
import parallax.ingest.identity.Inherited;
import parallax.ingest.revision.Facts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The columns of {@code document} that hold JSON. */
final class RowJson {

    private final JsonMapper json = JsonMapper.builder()
            .enable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    @Nullable
    Facts readFacts(@Nullable String facts) {
        return facts == null ? null : json.readValue(facts, Facts.class);
    }

    /** Most sources say nothing, and of a row that an older release wrote nothing is known: both are null. */
    @Nullable
    String write(Map<String, Inherited> inherited) {
        return inherited.isEmpty() ? null : json.writeValueAsString(inherited);
    }

    Map<String, Inherited> readInherited(@Nullable String inherited) {
        return inherited == null ? Map.of() : json.readValue(inherited, new TypeReference<>() {});
    }

    List<Provenance> readProvenance(String provenance) {
        return json.readValue(provenance, new TypeReference<>() {});
    }

    String write(@Nullable Object value) {
        return json.writeValueAsString(value);
    }
}
