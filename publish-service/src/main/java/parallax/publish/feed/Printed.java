package parallax.publish.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A feed document's bytes. In pieces, some of which other documents have too; joined, and compressed, only when somebody asks again. */
final class Printed {

    private final List<byte[]> pieces;
    private final int length;
    private boolean sent;
    private byte @Nullable [] joined;
    private byte @Nullable [] compressed;

    private Printed(List<byte[]> pieces) {
        this.pieces = pieces;
        this.length = pieces.stream().mapToInt(piece -> piece.length).sum();
    }

    static Printed of(List<byte[]> pieces) {
        return new Printed(List.copyOf(pieces));
    }

    /** Of the document as it is. */
    int length() {
        return length;
    }

    /** As it is. */
    void writeTo(OutputStream out) throws IOException {
        if (again()) {
            out.write(plain());
        } else {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        }
    }

    synchronized byte[] plain() {
        if (joined == null) {
            ByteArrayOutputStream all = new ByteArrayOutputStream(length);
            pieces.forEach(all::writeBytes);
            joined = all.toByteArray();
        }
        return joined;
    }

    synchronized byte[] gzip() {
        if (compressed == null) {
            ByteArrayOutputStream all = new ByteArrayOutputStream(length / 4 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
                for (byte[] piece : pieces) {
                    gzip.write(piece);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            compressed = all.toByteArray();
        }
        return compressed;
    }

    /** What it may come to take up. */
    int weight() {
        return length + length / 4 + 1000;
    }

    private synchronized boolean again() {
        boolean before = sent;
        sent = true;
        return before;
    }
}
