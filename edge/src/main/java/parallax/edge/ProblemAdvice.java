package parallax.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers what the framework refuses, and what nobody foresaw, as problem details; a service's own advice comes before it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = e.getCause() instanceof UnrecognizedPropertyException unknown
                ? Problem.of(HttpStatus.BAD_REQUEST, "unknown-field", "Unknown field", unknownField(unknown))
                : Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "Unreadable", unreadable(e.getCause()));
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e.getParameterName();
        ProblemDetail problem = Problem.of(
                HttpStatus.BAD_REQUEST,
                "missing-parameter",
                "Missing parameter",
                "The parameter \"" + name + "\" is missing: add " + name
                        + "=… to the query, or to the form that is sent.");
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Class<?> type = e.getRequiredType();
        String expected = type == Integer.class || type == Long.class || type == int.class || type == long.class
                ? "a whole number"
                : "of another form";
        ProblemDetail problem = Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-parameter",
                "Bad parameter",
                "\"" + e.getPropertyName() + "\" must be " + expected + ", not \"" + e.getValue() + "\".");
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
        // What no endpoint takes comes to the static files, which can only be got.
        if ("/**".equals(asked.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))) {
            return handleExceptionInternal(
                    e, unknownPath(asked.getRequestURI()), new HttpHeaders(), HttpStatus.NOT_FOUND, request);
        }
        String[] known = e.getSupportedMethods() == null ? new String[0] : e.getSupportedMethods();
        ProblemDetail problem = Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "wrong-method",
                "Wrong method",
                asked.getRequestURI() + " cannot be asked by " + e.getMethod() + ", but by "
                        + Arrays.stream(known).sorted().collect(Collectors.joining(" or ")) + ".");
        return handleExceptionInternal(e, problem, headers, HttpStatus.METHOD_NOT_ALLOWED, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String wanted = e.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        ProblemDetail problem = Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-content-type",
                "Content type not supported",
                (e.getContentType() == null
                                ? "What is sent has no type"
                                : "What is sent is called " + e.getContentType())
                        + "; " + wanted + " is wanted here. Name it in the header: Content-Type: " + wanted + ".");
        return handleExceptionInternal(e, problem, headers, HttpStatus.UNSUPPORTED_MEDIA_TYPE, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = Problem.of(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "Not acceptable",
                "The answer is none of the types that the header Accept names. Leave the header out, or add */* to it.");
        return handleExceptionInternal(e, problem, headers, HttpStatus.NOT_ACCEPTABLE, request);
    }

    private static ProblemDetail unknownPath(String path) {
        return Problem.of(
                HttpStatus.NOT_FOUND,
                "unknown-path",
                "Unknown path",
                "There is nothing at " + path + "; the README names the paths that there are.");
    }

    private static String unreadable(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException json)) {
            return "The request needs a body, in JSON.";
        }
        TokenStreamLocation at = json.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        String field = path(json);
        return field.isEmpty()
                ? "The body is no JSON, or not of the form that is expected here" + where + "."
                : "\"" + field + "\" " + expected(json) + where + ".";
    }

    private static String expected(JacksonException json) {
        Class<?> type = json instanceof MismatchedInputException wrong ? wrong.getTargetType() : null;
        if (type == Instant.class) {
            return "must be a time such as 2026-01-31T12:00:00Z";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (type != null && Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (type != null && Collection.class.isAssignableFrom(type)) {
            return "must be a list, in [ and ]";
        }
        return type == String.class ? "must be a text, in quotes" : "does not hold what is expected there";
    }

    private static String unknownField(UnrecognizedPropertyException e) {
        return "There is no field \"" + path(e) + "\"; there "
                + e.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", ", "are ", "."));
    }

    private static String path(JacksonException json) {
        return json.getPath().stream()
                .map(one -> one.getPropertyName() == null ? "[" + one.getIndex() + "]" : one.getPropertyName())
                .collect(Collectors.joining("."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = unknownPath("/" + e.getResourcePath());
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    /** Tomcat decodes parameters when they are first asked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e) {
        boolean large = e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
        return ResponseEntity.of(
                        large
                                ? Problem.of(
                                        HttpStatus.CONTENT_TOO_LARGE,
                                        "too-large",
                                        "Too large",
                                        "The form is larger than what is read here (server.tomcat.max-http-form-post-size).")
                                : Problem.of(
                                        HttpStatus.BAD_REQUEST,
                                        "bad-query",
                                        "Bad query",
                                        "The query or the form cannot be decoded: what is no ASCII letter or digit is"
                                                + " written as % and two hexadecimal digits for each of its bytes in UTF-8."))
                .build();
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
