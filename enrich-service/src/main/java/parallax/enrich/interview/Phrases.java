package parallax.enrich.interview;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which phrases a text holds: their hashes, ascending, four bytes each.
 *
 * @param hashes big-endian
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes into it, and equality is of what is in it
public record Phrases(byte[] hashes) {

    /** None. */
    public static final Phrases NONE = new Phrases(new byte[0]);

    /** Of these hashes, in any order. */
    public static Phrases of(IntStream hashes) {
        int[] sorted = hashes.sorted().toArray();
        int distinct = 0;
        for (int hash : sorted) {
            if (distinct == 0 || hash != sorted[distinct - 1]) {
                sorted[distinct++] = hash;
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(distinct * Integer.BYTES);
        bytes.asIntBuffer().put(sorted, 0, distinct);
        return new Phrases(bytes.array());
    }

    /** How many phrases there are. */
    public int size() {
        return hashes.length / Integer.BYTES;
    }

    /** The hash at {@code i}, in ascending order. */
    public int get(int i) {
        return ints().get(i);
    }

    /** How many phrases both hold. */
    public int shared(Phrases other) {
        IntBuffer a = ints();
        IntBuffer b = other.ints();
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.capacity() && j < b.capacity()) {
            int difference = Integer.compare(a.get(i), b.get(j));
            shared += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return shared;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Phrases phrases && Arrays.equals(hashes, phrases.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    private IntBuffer ints() {
        return ByteBuffer.wrap(hashes).asIntBuffer();
    }
}
