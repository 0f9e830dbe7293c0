package parallax.stream;

/** Kafka did not acknowledge in time, or refused: the caller may try again. */
public final class NotAcknowledgedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAcknowledgedException(Throwable cause) {
        super("Kafka did not acknowledge: " + cause.getMessage(), cause);
    }
}
