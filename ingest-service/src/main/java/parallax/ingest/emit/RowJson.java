package parallax.ingest.emit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.Provenance;
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
    Facts read(@Nullable String facts) {
        return facts == null ? null : json.readValue(facts, Facts.class);
    }

    List<Provenance> readAll(String provenance) {
        return json.readValue(provenance, new TypeReference<>() {});
    }

    String write(@Nullable Object value) {
        return json.writeValueAsString(value);
    }
}
