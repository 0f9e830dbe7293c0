package parallax.edge.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import parallax.edge.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Answers who may not come in, as problem details with the challenge of RFC 6750. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private static final String REALM = "Bearer realm=\"parallax\"";
    private static final String REASON = "reason";

    private final Demand demand;
    private final JsonMapper json;
    private final MeterRegistry meters;

    Refusals(Demand demand, JsonMapper json, MeterRegistry meters) {
        this.demand = demand;
        this.json = json;
        this.meters = meters;
        for (String reason : new String[] {"token", "scope", "rate"}) {
            meters.counter("parallax.access.refused", REASON, reason);
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            answer(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "token-unchecked",
                    "Token not checked",
                    "The database does not answer, so the token could not be checked. Send the request again in 5 seconds.");
            return;
        }
        count("token");
        if (failure instanceof InsufficientAuthenticationException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM);
            answer(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "token-missing",
                    "Token missing",
                    "This needs the header \"Authorization: Bearer <token>\"" + scope(request) + ".");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM + ", error=\"invalid_token\"");
            answer(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "token-wrong",
                    "Token wrong",
                    "The bearer token is unknown here, has expired or was revoked.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        count("scope");
        String scope = demand.of(request).map(Scope::toString).orElse("");
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
        answer(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "scope-missing",
                "Scope missing",
                "This needs a token" + scope(request) + ", and this one has not that scope.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "request-unsafe",
                        "Request unsafe",
                        "The path or a header holds characters that are often used for attacks, as encoded slashes,"
                                + " semicolons and control characters are. Leave them out."));
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds, int perSecond)
            throws IOException {
        count("rate");
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        answer(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests",
                "This token may make " + perSecond + " requests a second. Send it again in " + seconds
                        + " seconds, or send many documents in one body (application/x-ndjson).");
    }

    private String scope(HttpServletRequest request) {
        return demand.of(request).map(scope -> " with the scope " + scope).orElse("");
    }

    private void count(String reason) {
        meters.counter("parallax.access.refused", REASON, reason).increment();
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String kind,
            String title,
            String detail)
            throws IOException {
        ProblemDetail problem = Problem.of(status, kind, title, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
