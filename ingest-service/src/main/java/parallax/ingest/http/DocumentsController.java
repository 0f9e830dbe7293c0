package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.identity.DocumentId;

/** {@code /v1/documents}. */
@RestController
@RequestMapping("/v1/documents")
class DocumentsController {

    private static final String TRACE = "traceparent";

    private final BoundedBody body;
    private final SubmissionJson json;
    private final SubmissionAdapter adapter;
    private final DocumentAcceptor acceptor;
    private final BulkUpload bulk;

    DocumentsController(
            BoundedBody body,
            SubmissionJson json,
            SubmissionAdapter adapter,
            DocumentAcceptor acceptor,
            BulkUpload bulk) {
        this.body = body;
        this.json = json;
        this.adapter = adapter;
        this.acceptor = acceptor;
        this.bulk = bulk;
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
        if (type.lines()) {
            bulk.take(request, response, trace);
            return null;
        }
        Submission submission = type.document().isPresent()
                ? new Submission(
                        request.getParameter("source"),
                        request.getParameter("id"),
                        request.getParameter("url"),
                        type.document().get().mediaType(),
                        Utf8.decode(body.document(request)),
                        request.getParameter("file"))
                : json.read(body.json(request));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .body(acceptor.accept(List.of(adapter.adapt(submission)), trace).get(0));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Withdrawal> withdraw(
            @PathVariable String id, @RequestHeader(name = TRACE, required = false) @Nullable String trace) {
        boolean changed = acceptor.withdraw(DocumentId.require(id), trace);
        return ResponseEntity.status(changed ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(new Withdrawal(id, "withdrawn"));
    }
}
