package parallax.ingest.refusal;

import java.util.Map;

/** The request itself is wrong: a parameter, the JSON around the document, the bytes. */
public final class Malformed extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param detail what, where and how to mend it
     * @param where the place as numbers
     */
    public Malformed(String kind, String title, String detail, Map<String, Object> where) {
        super(kind, title, detail, where);
    }

    /** A refusal that concerns no place in the body. */
    public Malformed(String kind, String title, String detail) {
        this(kind, title, detail, Map.of());
    }
}
