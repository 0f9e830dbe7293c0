package parallax.ingest.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a bulk upload. The first go out at once; what is more than a connection surely holds waits in a file until all has
 * been read, for many clients read nothing before they have sent everything, and then each would wait for the other for ever.
 */
final class AnswerStream extends OutputStream {

    private static final int AT_ONCE = 32 * 1024;

    private final OutputStream out;
    private long written;
    private @Nullable Path file;
    private @Nullable OutputStream later;

    AnswerStream(OutputStream out) {
        this.out = out;
    }

    /** How many bytes were answered. */
    long written() {
        return written;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        written += length;
        if (later == null && written > AT_ONCE) {
            file = Files.createTempFile("parallax-answers", ".ndjson");
            later = Files.newOutputStream(file);
        }
        (later == null ? out : later).write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (later == null) {
            out.flush();
        }
    }

    /** Sends what waits. */
    void finish() throws IOException {
        if (later != null && file != null) {
            later.close();
            Files.copy(file, out);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (later != null && file != null) {
            later.close();
            Files.deleteIfExists(file);
        }
    }
}
