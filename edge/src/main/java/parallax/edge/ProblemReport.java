package parallax.edge;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat refuses before a request gets to us, with a problem as well, where it would send a page. */
final class ProblemReport extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReport.class);

    private final JsonMapper json;

    ProblemReport(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            Writer body = response.getReporter();
            if (body != null) {
                body.write(json.writeValueAsString(problem(status)));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("whoever asked is gone", e);
        }
    }

    private static ProblemDetail problem(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST
                ? Problem.of(
                        status,
                        "request-malformed",
                        "Request malformed",
                        "The request is no HTTP as it should be. Most often a character stands in the address that may not:"
                                + " what is no ASCII letter or digit is written as % and two hexadecimal digits for each of"
                                + " its bytes in UTF-8 (curl -G --data-urlencode does so).")
                : Problem.of(
                        status,
                        "refused",
                        "Refused",
                        "The request was refused before it was read: " + status.getReasonPhrase() + ".");
    }
}
