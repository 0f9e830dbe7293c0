package parallax.publish.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a caller did that cannot be done, with what he needs to mend it. */
public abstract sealed class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String kind;
    private final String title;

    private PublishException(HttpStatus status, String kind, String title, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.kind = kind;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    /** There is no such thing, or no longer. */
    public static final class NotFound extends PublishException {

        private static final long serialVersionUID = 1L;

        /** A {@code thing} of that id, no longer. */
        public NotFound(String thing, String id, String because) {
            super(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "Not found",
                    "There is no " + thing + " \"" + id + "\": " + because,
                    null);
        }

        /** A {@code thing} of that id. */
        public NotFound(String thing, String id) {
            super(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no " + thing + " \"" + id + "\".", null);
        }
    }

    /** The story's articles went into another. */
    public static final class Merged extends PublishException {

        private static final long serialVersionUID = 1L;

        private final String mergedInto;

        /** A story that was merged. */
        public Merged(String id, String mergedInto) {
            super(
                    HttpStatus.GONE,
                    "merged",
                    "Story merged",
                    "Story \"" + id + "\" was merged into \"" + mergedInto + "\", which has all its articles.",
                    null);
            this.mergedInto = mergedInto;
        }

        /** The story that has them. */
        public String mergedInto() {
            return mergedInto;
        }
    }

    /** What was sent cannot be taken. */
    public static final class BadInput extends PublishException {

        private static final long serialVersionUID = 1L;

        /** Bad input of a kind. */
        public BadInput(String kind, String title, String detail, @Nullable Throwable cause) {
            super(HttpStatus.BAD_REQUEST, kind, title, detail, cause);
        }
    }

    /** There is more of it than is read. */
    public static final class TooLarge extends PublishException {

        private static final long serialVersionUID = 1L;

        /** A body of more than {@code most} bytes. */
        public TooLarge(long most) {
            super(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "Too large",
                    "The body has more than " + most
                            + " bytes, which is all that is read here (parallax.publish.max-request).",
                    null);
        }
    }

    /** Something that we need does not answer. */
    public static final class Unavailable extends PublishException {

        private static final long serialVersionUID = 1L;

        /** An outage of a kind. */
        public Unavailable(String kind, String detail, Throwable cause) {
            super(HttpStatus.SERVICE_UNAVAILABLE, kind, "Not available", detail, cause);
        }
    }

    /** It is well formed, but makes no sense as things are. */
    public static final class Unprocessable extends PublishException {

        private static final long serialVersionUID = 1L;

        /** Nonsense of a kind. */
        public Unprocessable(String kind, String detail) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, kind, "Cannot be decided", detail, null);
        }
    }

    /** An editor decided otherwise before. */
    public static final class Contradiction extends PublishException {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> earlier;
        private final String undo;

        /**
         * A contradiction.
         *
         * @param earlier the decision that stands
         * @param undo the request that undoes it
         */
        public Contradiction(String detail, Map<String, Object> earlier, String undo) {
            super(HttpStatus.CONFLICT, "decided-otherwise", "Decided otherwise before", detail, null);
            this.earlier = earlier;
            this.undo = undo;
        }

        Map<String, Object> earlier() {
            return earlier;
        }

        String undo() {
            return undo;
        }
    }

    /** It could be done at another time, or after something else was done. */
    public static final class Conflict extends PublishException {

        private static final long serialVersionUID = 1L;

        /** A conflict of a kind. */
        public Conflict(String kind, String title, String detail) {
            super(HttpStatus.CONFLICT, kind, title, detail, null);
        }
    }
}
