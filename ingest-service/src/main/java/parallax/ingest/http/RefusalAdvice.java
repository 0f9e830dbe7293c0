package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import parallax.ingest.emit.Outcomes;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TooBusy;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.refusal.UnsupportedType;

/** Answers a refused request. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    private final Outcomes outcomes;

    RefusalAdvice(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        if (Problems.rejects(refusal)) {
            outcomes.rejected();
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(Problems.status(refusal)).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal instanceof TryLater) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(TryLater.RETRY_AFTER.toSeconds()));
        }
        if (refusal instanceof TooBusy busy) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(busy.retryAfter().toSeconds()));
        }
        if (refusal instanceof UnsupportedType) {
            answer.header(HttpHeaders.ACCEPT_ENCODING, ContentCoding.ALL);
            answer.header("Accept-Post", BodyType.all());
        }
        ProblemDetail problem = Problems.of(refusal);
        problem.setInstance(URI.create(request.getRequestURI()));
        return answer.body(problem);
    }
}
