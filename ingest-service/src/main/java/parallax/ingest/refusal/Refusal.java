package parallax.ingest.refusal;

import java.util.Map;

/** We take something not. The message is for the sender: what is wrong, where, and how to mend it; it is never logged. */
public abstract sealed class Refusal extends RuntimeException
        permits Malformed,
                Unprocessable,
                TooLarge,
                UnsupportedType,
                UnknownDocument,
                UnknownSource,
                TryLater,
                TooBusy,
                Conflict {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String title;
    private final String detail;
    private final transient Map<String, Object> where;

    Refusal(String kind, String title, String detail, Map<String, Object> where) {
        super(detail, null, false, false);
        this.kind = kind;
        this.title = title;
        this.detail = detail;
        this.where = Map.copyOf(where);
    }

    /** Short name of the kind of problem: {@code invalid-utf-8}. */
    public String kind() {
        return kind;
    }

    /** The same for every refusal of this kind. */
    public String title() {
        return title;
    }

    /** What, where and how to mend it. */
    public String detail() {
        return detail;
    }

    /** The place as numbers: {@code byte}, {@code line}, {@code column}, {@code position}; empty if there is none. */
    public Map<String, Object> where() {
        return where;
    }
}
