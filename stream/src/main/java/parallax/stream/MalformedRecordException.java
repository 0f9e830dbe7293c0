package parallax.stream;

import org.jspecify.annotations.Nullable;

/** A record that cannot be read as an event, whatever is tried: it belongs among the dead letters. */
public final class MalformedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
