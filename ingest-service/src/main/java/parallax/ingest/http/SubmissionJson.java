package parallax.ingest.http;

import java.util.Map;
import java.util.Objects;
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
import tools.jackson.databind.exc.MismatchedInputException;
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
        return read(json, false);
    }

    /** Reads one that is a line of many, of which whoever is told of a mistake knows the number. */
    Submission readLine(byte[] json) {
        return read(json, true);
    }

    private Submission read(byte[] json, boolean oneOfMany) {
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
                    (oneOfMany ? "Column " : "Line " + line + ", column ") + column + ": "
                            + what(e)
                            + ". Send {\"source\":…,\"id\":…,\"url\":…,\"contentType\":…,\"file\":…,\"content\":…}, all of them texts.",
                    Map.of("line", line, "column", column));
        }
    }

    /** In words of JSON, for Jackson's own are of Java where a value is of another kind. */
    private static String what(JacksonException e) {
        if (e instanceof MismatchedInputException mismatch) {
            String field = mismatch.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            if (field.isEmpty()) {
                return e.getOriginalMessage().startsWith("Trailing")
                        ? "something follows the object"
                        : "this is no object";
            }
            return "\"" + field + "\" is no text";
        }
        return e.getOriginalMessage()
                .lines()
                .findFirst()
                .map(first ->
                        first.replaceFirst(" \\(start marker at .*", "")) // which says where, to Java's developers
                .orElse("not readable");
    }
}
