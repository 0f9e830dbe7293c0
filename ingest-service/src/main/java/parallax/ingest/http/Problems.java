package parallax.ingest.http;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import parallax.edge.Problem;
import parallax.ingest.refusal.Conflict;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TooBusy;
import parallax.ingest.refusal.TooLarge;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.refusal.UnknownDocument;
import parallax.ingest.refusal.UnknownSource;
import parallax.ingest.refusal.Unprocessable;
import parallax.ingest.refusal.UnsupportedType;

/** The one place where a refusal becomes problem details. */
final class Problems {

    private Problems() {}

    static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = Problem.of(status(refusal), refusal.kind(), refusal.title(), refusal.detail());
        refusal.where().forEach(problem::setProperty);
        return problem;
    }

    static HttpStatus status(Refusal refusal) {
        if (refusal instanceof Malformed) {
            return HttpStatus.BAD_REQUEST;
        } else if (refusal instanceof Unprocessable) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        } else if (refusal instanceof TooLarge) {
            return HttpStatus.CONTENT_TOO_LARGE;
        } else if (refusal instanceof UnsupportedType) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        } else if (refusal instanceof TooBusy) {
            return HttpStatus.TOO_MANY_REQUESTS;
        } else if (refusal instanceof Conflict) {
            return HttpStatus.CONFLICT;
        } else if (refusal instanceof UnknownDocument || refusal instanceof UnknownSource) {
            return HttpStatus.NOT_FOUND;
        }
        return HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** Whether the document was bad, rather than we unable. */
    static boolean rejects(Refusal refusal) {
        return !(refusal instanceof TryLater
                || refusal instanceof TooBusy
                || refusal instanceof Conflict
                || refusal instanceof UnknownDocument
                || refusal instanceof UnknownSource);
    }
}
