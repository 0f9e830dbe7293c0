package parallax.ingest.refusal;

import java.util.Map;

/** The request is well formed, but the document in it cannot be read safely. */
public final class Unprocessable extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param detail what, where and how to mend it
     * @param where the place as numbers
     */
    public Unprocessable(String kind, String title, String detail, Map<String, Object> where) {
        super(kind, title, detail, where);
    }

    /** A refusal that concerns no place in the body. */
    public Unprocessable(String kind, String title, String detail) {
        this(kind, title, detail, Map.of());
    }
}
