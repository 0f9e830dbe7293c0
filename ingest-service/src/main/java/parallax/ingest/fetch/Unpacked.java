package parallax.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body out of its gzip, never more of it than the limit, however small it came.
 *
 * @param cut whether there is more of it
 */
@SuppressWarnings("ArrayRecordComponent") // read once; nobody compares two of them
record Unpacked(byte[] bytes, boolean cut) {

    /** Of {@code body}, of which there is more if it is larger than {@code most}. */
    static Unpacked of(byte[] body, @Nullable String encoding, int most) throws FetchFailed {
        String packing = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        boolean named = !packing.isEmpty() && !packing.equals("identity");
        if (named && !packing.equals("gzip") && !packing.equals("x-gzip")) {
            throw new FetchFailed("The answer is packed as \"" + packing + "\", which was not asked for.");
        }
        Unpacked came = of(body, false, most);
        Unpacked once = came.isGzip() ? came.gunzip(most) : came;
        return named && once.isGzip() ? once.gunzip(most) : once; // a .gz file may be packed again on its way
    }

    private static Unpacked of(byte[] body, boolean cut, int most) {
        return body.length > most ? new Unpacked(Arrays.copyOf(body, most), true) : new Unpacked(body, cut);
    }

    private Unpacked gunzip(int most) throws FetchFailed {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            for (int read = in.read(some); read > 0 && unpacked.size() <= most; read = in.read(some)) {
                unpacked.write(some, 0, read);
            }
        } catch (EOFException e) {
            if (!cut) {
                throw broken(e);
            }
        } catch (IOException e) {
            throw broken(e);
        }
        return of(unpacked.toByteArray(), cut, most);
    }

    private static FetchFailed broken(IOException e) {
        return new FetchFailed("The answer is packed, and cannot be unpacked: " + e.getMessage() + ".");
    }

    private boolean isGzip() {
        return bytes.length > 2 && bytes[0] == (byte) 0x1F && bytes[1] == (byte) 0x8B;
    }
}
