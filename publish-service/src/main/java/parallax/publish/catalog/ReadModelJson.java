package parallax.publish.catalog;

import org.springframework.stereotype.Component;
import parallax.publish.story.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** How values stand in the read model. */
@Component
public class ReadModelJson {

    private final JsonMapper mapper;

    ReadModelJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** As JSON. */
    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    /** Back from JSON. */
    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    /** SHA-256 of the value's JSON: equal values have equal hashes, on every instance. */
    public String hash(Object value) {
        return Sha256.hex(write(value));
    }
}
