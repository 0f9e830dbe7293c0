package parallax.ingest.fetch;

/** No answer that could be used; the message says why, in words for the source's page. */
public final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public FetchFailed(String message) {
        super(message, null, false, false);
    }
}
