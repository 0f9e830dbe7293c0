package parallax.publish.cms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parallax.publish.delivery.Outcome;

/** A CMS did not do what it was asked; the message says why in words that help. */
final class CmsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration atLeast;

    CmsException(String message, @Nullable Duration atLeast) {
        super(message);
        this.atLeast = atLeast;
    }

    /** Whoever mends a password or a plug-in expects that things go on by themselves: so everything is tried again. */
    Outcome outcome() {
        return new Outcome.Retry(String.valueOf(getMessage()), atLeast);
    }
}
