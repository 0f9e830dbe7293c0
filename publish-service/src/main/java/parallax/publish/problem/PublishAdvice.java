package parallax.publish.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import parallax.edge.Problem;
import parallax.egress.BadAddressException;

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
        if (e instanceof PublishException.Contradiction contradiction) {
            problem.setProperty("earlier", contradiction.earlier());
            problem.setProperty("undo", contradiction.undo());
        }
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(BadAddressException e) {
        String detail = e.getMessage() == null ? "The address is refused." : e.getMessage();
        return ResponseEntity.of(
                        e.within()
                                ? Problem.of(HttpStatus.BAD_REQUEST, "address-refused", "Address refused", detail)
                                : Problem.of(HttpStatus.BAD_REQUEST, "bad-url", "Bad URL", detail))
                .build();
    }
}
