package parallax.ingest.http;

import java.util.Map;
import org.springframework.stereotype.Component;
import parallax.ingest.check.Utf8;
import parallax.ingest.refusal.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** The JSON form of a submission. */
@Component
class SubmissionJson {

    private static final int MAX_NESTING = 50;

    private final JsonMapper mapper;

    SubmissionJson() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxStringLength(Integer.MAX_VALUE) // the body is bounded, and the adapter bounds the document
                .build();
        this.mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withCoercionConfig(LogicalType.Textual, coercion -> coercion.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /** Reads one object. */
    Submission read(byte[] json) {
        String text = Utf8.decode(json);
        if (text.isBlank()) {
            throw new Malformed("empty-body", "Empty body", "The body is empty; send one JSON object.");
        }
        try {
            Submission submission = mapper.readValue(text, Submission.class);
            if (submission == null) {
                throw new Malformed("invalid-json", "Invalid JSON", "The body is null; send one JSON object.");
            }
            return submission;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 1 : Math.max(1, at.getLineNr());
            int column = at == null ? 1 : Math.max(1, at.getColumnNr());
            throw new Malformed(
                    "invalid-json",
                    "Invalid JSON",
                    (text.indexOf('\n') < 0 ? "Column " : "Line " + line + ", column ") + column + ": "
                            + firstLine(e.getOriginalMessage())
                            + ". Send {\"source\":…,\"id\":…,\"url\":…,\"contentType\":…,\"file\":…,\"content\":…}, all of them texts.",
                    Map.of("line", line, "column", column));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not readable");
    }
}
