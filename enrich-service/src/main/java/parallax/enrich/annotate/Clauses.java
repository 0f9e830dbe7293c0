package parallax.enrich.annotate;

import java.util.Arrays;

/**
 * A text measured in clauses, that is by its punctuation: the one length that does not change when a text is converted from one
 * Chinese script and usage into the other (网络, 網路; 互联网, 網際網路).
 */
final class Clauses {

    private static final String WIDE_ENDS = "，。！？；：、";
    private static final boolean[] ASCII_ENDS = new boolean[128];

    static {
        "\n,.!?;:".chars().forEach(c -> ASCII_ENDS[c] = true);
    }

    /** Speech recognition leaves punctuation out; this many characters are taken for a clause at most. */
    private static final int LONGEST = 60;

    private final int[] ends;
    private final int count;

    private Clauses(int[] ends, int count) {
        this.ends = ends;
        this.count = count;
    }

    /** The clauses of {@code folded}. */
    static Clauses of(String folded) {
        int[] ends = new int[16];
        int count = 0;
        int last = -1;
        for (int i = 0; i < folded.length(); i++) {
            boolean end = isEnd(folded.charAt(i));
            if ((end && i > last + 1) || i - last > LONGEST) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = i;
                last = i;
            } else if (end) {
                last = i;
            }
        }
        return new Clauses(ends, count);
    }

    private static boolean isEnd(char c) {
        return c < ASCII_ENDS.length ? ASCII_ENDS[c] : !Character.isIdeographic(c) && WIDE_ENDS.indexOf(c) >= 0;
    }

    /** How many there are; at least one. */
    int count() {
        return Math.max(1, count);
    }

    /** In which clause, from 0, the character at {@code offset} stands. */
    int at(int offset) {
        int place = Arrays.binarySearch(ends, 0, count, offset);
        return place < 0 ? -place - 1 : place;
    }
}
