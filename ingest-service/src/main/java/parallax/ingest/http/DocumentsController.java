package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parallax.ingest.check.Utf8;
import parallax.ingest.emit.Acceptance;
import parallax.ingest.emit.Congestion;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.identity.DocumentId;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.repeat.Answers;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/documents}. */
@RestController
@RequestMapping("/v1/documents")
class DocumentsController {

    private static final String TRACE = "traceparent";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final BoundedBody body;
    private final SubmissionJson json;
    private final SubmissionAdapter adapter;
    private final DocumentAcceptor acceptor;
    private final BulkUpload bulk;
    private final Congestion congestion;
    private final Places places;
    private final Answers answers;
    private final JsonMapper mapper;

    DocumentsController(
            BoundedBody body,
            SubmissionJson json,
            SubmissionAdapter adapter,
            DocumentAcceptor acceptor,
            BulkUpload bulk,
            Congestion congestion,
            Places places,
            Answers answers,
            JsonMapper mapper) {
        this.body = body;
        this.json = json;
        this.adapter = adapter;
        this.acceptor = acceptor;
        this.bulk = bulk;
        this.congestion = congestion;
        this.places = places;
        this.answers = answers;
        this.mapper = mapper;
    }

    /** The answer to a takedown. */
    record Withdrawal(String id, String status) {}

    // Neither parameters nor body are bound by the framework: for a form it would read the body to look for parameters.
    @PostMapping
    @Nullable
    ResponseEntity<Acceptance> post(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = TRACE, required = false) @Nullable String trace)
            throws IOException {
        BodyType type = BodyType.of(request.getHeader(HttpHeaders.CONTENT_TYPE));
        String key = request.getHeader(IDEMPOTENCY_KEY);
        congestion.admit();
        places.take();
        try {
            if (type.lines()) {
                requireNoKey(key);
                bulk.take(request, response, trace);
                return null;
            }
            byte[] bytes = type.document().isPresent() ? body.document(request) : body.json(request);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .body(key == null ? accept(request, type, bytes, trace) : once(key, request, type, bytes, trace));
        } finally {
            places.leave();
        }
    }

    private Acceptance once(
            String key, HttpServletRequest request, BodyType type, byte[] bytes, @Nullable String trace) {
        String caller = Objects.requireNonNullElse(request.getRemoteUser(), "");
        String answer = answers.once(
                key,
                caller,
                mapper.writeValueAsBytes(
                        Arrays.asList(request.getQueryString(), request.getHeader(HttpHeaders.CONTENT_TYPE), bytes)),
                () -> mapper.writeValueAsString(accept(request, type, bytes, trace)));
        return mapper.readValue(answer, Acceptance.class);
    }

    private Acceptance accept(HttpServletRequest request, BodyType type, byte[] bytes, @Nullable String trace) {
        Submission submission = type.document().isPresent()
                ? new Submission(
                        request.getParameter("source"),
                        request.getParameter("id"),
                        request.getParameter("url"),
                        type.document().get().mediaType(),
                        Utf8.decode(bytes),
                        request.getParameter("file"))
                : json.read(bytes);
        return acceptor.accept(List.of(adapter.adapt(submission)), trace).get(0);
    }

    private static void requireNoKey(@Nullable String key) {
        if (key != null) {
            throw new Malformed(
                    "idempotency-key-with-lines",
                    "Idempotency-Key with lines",
                    "A bulk upload takes no Idempotency-Key: give each line an id, then sending all of it again is safe and"
                            + " answers \"unchanged\" for what is known.");
        }
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Withdrawal> withdraw(
            @PathVariable String id, @RequestHeader(name = TRACE, required = false) @Nullable String trace) {
        boolean changed = acceptor.withdraw(DocumentId.require(id), trace);
        return ResponseEntity.status(changed ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(new Withdrawal(id, "withdrawn"));
    }
}
