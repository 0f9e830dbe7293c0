package parallax.ingest.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.Unprocessable;

/** Unpacks a body and stops where it grows as no text does: what takes a sender nothing must not cost us much. */
final class PackedBody extends InputStream {

    /** Small bodies may pack well by chance; this much is given to any. */
    private static final long FREE = 1024 * 1024;

    private final Counted counted;
    private final String coding;
    private final int maxRatio;
    private @Nullable InputStream unpacked;
    private long bytes;

    PackedBody(InputStream packed, String coding, int maxRatio) {
        this.counted = new Counted(packed);
        this.coding = coding;
        this.maxRatio = maxRatio;
    }

    /** From a packed stream to one that unpacks it. */
    interface Opening {
        InputStream open(InputStream packed) throws IOException;
    }

    /** Unpacks by this stream from now on; some look at what they read as soon as they are opened. */
    void unpackBy(Opening opening) {
        try {
            unpacked = opening.open(counted);
        } catch (EOFException e) {
            if (counted.bytes > 0) {
                throw garbled(coding);
            }
            unpacked = InputStream.nullInputStream(); // an empty body is for others to judge
        } catch (IOException e) {
            throw garbled(coding);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = Objects.requireNonNull(unpacked).read(buffer, offset, length);
        } catch (CutShort e) {
            throw e;
        } catch (IOException e) {
            throw garbled(coding);
        }
        bytes += Math.max(0, read);
        if (bytes > FREE && bytes / maxRatio > counted.bytes) {
            throw new Unprocessable(
                    "packed-too-well",
                    "Packed too well",
                    "The body unpacks to more than " + maxRatio
                            + " times its size, which no text does. Send it unpacked, or raise"
                            + " parallax.ingest.max-compression-ratio.",
                    Map.of("ratio", maxRatio));
        }
        return read;
    }

    private static Malformed garbled(String coding) {
        return new Malformed(
                "body-garbled",
                "Body garbled",
                "The body is no " + coding + ", or it is cut short. Pack it anew, or leave Content-Encoding out.");
    }

    /** The connection broke, rather than the packing. */
    private static final class CutShort extends IOException {
        private static final long serialVersionUID = 1L;

        CutShort(IOException cause) {
            super(cause);
        }
    }

    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = guarded(() -> super.read());
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = guarded(() -> super.read(buffer, offset, length));
            bytes += Math.max(0, read);
            return read;
        }

        private interface Reading {
            int read() throws IOException;
        }

        private static int guarded(Reading reading) throws IOException {
            try {
                return reading.read();
            } catch (IOException e) {
                throw new CutShort(e);
            }
        }
    }
}
