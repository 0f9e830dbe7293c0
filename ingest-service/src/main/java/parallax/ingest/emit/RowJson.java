package parallax.ingest.emit;

import java.util.List;
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
    String write(Inherited inherited) {
        return inherited.equals(Inherited.NOTHING) ? null : json.writeValueAsString(inherited);
    }

    Inherited readInherited(@Nullable String inherited) {
        return inherited == null ? Inherited.NOTHING : json.readValue(inherited, Inherited.class);
    }

    List<Provenance> readProvenance(String provenance) {
        return json.readValue(provenance, new TypeReference<>() {});
    }

    String write(@Nullable Object value) {
        return json.writeValueAsString(value);
    }
}
