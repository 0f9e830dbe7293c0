package parallax.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines and keeps of a line no more than the limit. */
final class LineReader {

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int end;
    private int number;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param bytes without the line break; null if there are more than the limit
     */
    @SuppressWarnings("ArrayRecordComponent") // read at once; nobody compares two of them
    record Line(int number, byte @Nullable [] bytes) {}

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (position == end && !fill()) {
                return any ? new Line(++number, tooLong ? null : line.toByteArray()) : null;
            }
            any = true;
            int newline = position;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            tooLong = tooLong || line.size() + newline - position > limit;
            if (!tooLong) {
                line.write(buffer, position, newline - position);
            }
            boolean complete = newline < end;
            position = complete ? newline + 1 : newline;
            if (complete) {
                return new Line(++number, tooLong ? null : line.toByteArray());
            }
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
