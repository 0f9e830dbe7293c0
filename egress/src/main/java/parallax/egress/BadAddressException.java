package parallax.egress;

import org.jspecify.annotations.Nullable;

/** An address that we do not go to; the message says why, in words for whoever gave it. */
public final class BadAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean within;

    BadAddressException(boolean within, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.within = within;
    }

    /** Whether it is a good address, but one of an internal network. */
    public boolean within() {
        return within;
    }
}
