package parallax.ingest.fetch;

/** No answer that could be used; the message says why, in words for the source's page. */
public final class FetchFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public FetchFailed(String message) {
        super(message, null, false, false);
    }

    /** Because there is more of it than is taken, in bytes. */
    static FetchFailed tooLarge(int most, String how) {
        return new FetchFailed("The answer is larger than " + most + " bytes" + how
                + ". The settings max-feed-size and max-page-size of parallax.ingest.polling say how much is read.");
    }
}
