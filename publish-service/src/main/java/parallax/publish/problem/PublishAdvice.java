package parallax.publish.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import parallax.edge.Problem;

/** The one place where exceptions become answers. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublishAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PublishException e) {
        String detail = e.getMessage() == null ? e.title() : e.getMessage();
        ProblemDetail problem = Problem.of(e.status(), e.kind(), e.title(), detail);
        if (e instanceof PublishException.Merged merged) {
            problem.setProperty("mergedInto", merged.mergedInto());
        }
        return ResponseEntity.of(problem).build();
    }
}
