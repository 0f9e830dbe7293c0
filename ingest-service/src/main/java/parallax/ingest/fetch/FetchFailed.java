package parallax.ingest.fetch;

/** No answer that could be used; the message says why, in words for the source's page. */
public final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** For this reason, which will be there again. */
    public FetchFailed(String message) {
        this(message, false);
    }

    private FetchFailed(String message, boolean passing) {
        super(message, null, false, false);
        this.passing = passing;
    }

    /** For a reason that may be gone the next time: a server that is down or has too much to do. */
    static FetchFailed forNow(String message) {
        return new FetchFailed(message, true);
    }

    /** Whether it is worth another try. */
    public boolean passing() {
        return passing;
    }
}
