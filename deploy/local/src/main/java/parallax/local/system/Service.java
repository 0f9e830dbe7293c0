package parallax.local.system;

import java.util.Locale;

/** The three services. */
public enum Service {
    INGEST(1, "384m"),
    ENRICH(2, "448m"), // with its models, classes and code below 700 MB in all
    PUBLISH(3, "384m");

    private final int offset;
    private final String heap;

    Service(int offset, String heap) {
        this.offset = offset;
        this.heap = heap;
    }

    int offset() {
        return offset;
    }

    String heap() {
        return heap;
    }

    /** {@code ingest}, {@code enrich} or {@code publish}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return this + "-service";
    }

    String database() {
        return "parallax_" + this;
    }
}
