package parallax.ingest.check;

/** Where in a text something stands. */
final class Lines {

    private Lines() {}

    /** The line of {@code offset}, from 1. */
    static int lineAt(String text, int offset) {
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }
}
