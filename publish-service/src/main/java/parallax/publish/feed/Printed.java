package parallax.publish.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A feed document's bytes, as they are and compressed. */
@SuppressWarnings("ArrayRecordComponent") // handed through to the reader; nobody compares two of them
record Printed(byte[] plain, byte[] gzip) {

    static Printed of(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Printed(plain, compressed.toByteArray());
    }

    int weight() {
        return plain.length + gzip.length;
    }
}
