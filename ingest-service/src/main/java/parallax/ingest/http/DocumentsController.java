package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import parallax.ingest.emit.Acceptance;
import parallax.ingest.emit.Congestion;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.identity.DocumentId;
import parallax.ingest.refusal.Malformed;

/** {@code /v1/documents}. */
@RestController
@RequestMapping("/v1/documents")
class DocumentsController {

    private static final String TRACE = "traceparent";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final SingleUpload single;
    private final BulkUpload bulk;
    private final DocumentAcceptor acceptor;
    private final Congestion congestion;
    private final Places places;

    DocumentsController(
            SingleUpload single, BulkUpload bulk, DocumentAcceptor acceptor, Congestion congestion, Places places) {
        this.single = single;
        this.bulk = bulk;
        this.acceptor = acceptor;
        this.congestion = congestion;
        this.places = places;
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
            return ResponseEntity.accepted().body(single.take(request, type, key, trace));
        } finally {
            places.leave();
        }
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
