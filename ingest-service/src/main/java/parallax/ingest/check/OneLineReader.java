package parallax.ingest.check;

import java.io.Reader;

/** Hands out a text in pieces that end with their line, so that the line its consumer is at is known without parsing twice. */
final class OneLineReader extends Reader {

    private final String text;
    private int position;
    private int line;
    private boolean atStart = true;

    OneLineReader(String text, int start) {
        this.text = text;
        this.position = start;
    }

    /** The line handed out last, from 1. */
    int line() {
        return line;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (position >= text.length()) {
            return -1;
        }
        if (atStart) {
            line++;
        }
        int newline = text.indexOf('\n', position);
        int lineEnd = newline < 0 ? text.length() : newline + 1;
        int end = Math.min(lineEnd, position + length);
        text.getChars(position, end, buffer, offset);
        int read = end - position;
        atStart = end == lineEnd;
        position = end;
        return read;
    }

    @Override
    public void close() {}
}
