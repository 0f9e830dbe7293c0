package parallax.publish.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
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
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(write(value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
