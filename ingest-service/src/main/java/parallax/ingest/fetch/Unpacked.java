package parallax.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes bodies out of gzip, and never makes more of them than the limit, however small they came. */
final class Unpacked {

    private Unpacked() {}

    static byte[] of(byte[] body, @Nullable String encoding, int most) throws FetchFailed {
        String packing = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        boolean named = !packing.isEmpty() && !packing.equals("identity");
        if (named && !packing.equals("gzip") && !packing.equals("x-gzip")) {
            throw new FetchFailed("The answer is packed as \"" + packing + "\", which was not asked for.");
        }
        byte[] once = isGzip(body) ? gunzip(body, most) : body;
        return named && isGzip(once) ? gunzip(once, most) : once; // a .gz file may be packed again on its way
    }

    private static byte[] gunzip(byte[] body, int most) throws FetchFailed {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] unpacked = in.readNBytes(most + 1);
            if (unpacked.length > most) {
                throw FetchFailed.tooLarge(most, " when unpacked");
            }
            return unpacked;
        } catch (IOException e) {
            throw new FetchFailed("The answer is packed, and cannot be unpacked: " + e.getMessage() + ".");
        }
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == (byte) 0x1F && body[1] == (byte) 0x8B;
    }
}
