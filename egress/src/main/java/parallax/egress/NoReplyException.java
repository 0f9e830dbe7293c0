package parallax.egress;

import java.io.IOException;

/** No answer came; the message says why, in words that may stand in a log that callers read. */
public final class NoReplyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    NoReplyException(String message, boolean refused, IOException cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** Whether we did not even ask: the address is one of an internal network. */
    public boolean refused() {
        return refused;
    }
}
