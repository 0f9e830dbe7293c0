package parallax.edge;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Answers what the framework refuses, and what nobody foresaw, as problem details; a service's own advice comes before it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem =
                Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "Unreadable", unreadable(e.getCause()));
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    private static String unreadable(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException json)) {
            return "The request needs a body, in JSON.";
        }
        TokenStreamLocation at = json.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        String field = json.getPath().stream()
                .map(one -> one.getPropertyName() == null ? "[" + one.getIndex() + "]" : one.getPropertyName())
                .collect(Collectors.joining("."));
        return field.isEmpty()
                ? "The body is no JSON, or not of the form that is expected here" + where + "."
                : "\"" + field + "\" does not hold what is expected there" + where + ".";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problem.of(
                HttpStatus.NOT_FOUND,
                "unknown-path",
                "Unknown path",
                "There is nothing at /" + e.getResourcePath() + "; the README names the paths that there are.");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @ExceptionHandler(Exception.class)
    ProblemDetail unforeseen(Exception e) {
        log.error("unforeseen error while answering a request", e);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Internal error",
                "Something went wrong that we did not foresee; the service's log says what. Trying again is safe.");
    }
}
