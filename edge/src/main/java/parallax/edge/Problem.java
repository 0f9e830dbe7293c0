package parallax.edge;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) of one shape for every service. */
public final class Problem {

    private Problem() {}

    /**
     * A problem.
     *
     * @param kind short name of the kind of problem, as in {@code urn:parallax:problem:empty-body}
     * @param title the same for every problem of this kind
     * @param detail what is wrong this time, where, and how to mend it
     */
    public static ProblemDetail of(HttpStatus status, String kind, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:parallax:problem:" + kind));
        problem.setTitle(title);
        return problem;
    }
}
