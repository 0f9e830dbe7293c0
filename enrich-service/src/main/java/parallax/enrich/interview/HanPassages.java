package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text that hold Chinese, those that follow each other together: only they need a segmenter. */
final class HanPassages {

    private HanPassages() {}

    /**
     * Such lines.
     *
     * @param start offset in the text
     */
    record Passage(int start, String text) {}

    static List<Passage> of(String text) {
        List<Passage> passages = new ArrayList<>();
        int open = -1;
        int close = 0;
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            if (holdsHan(text, start, end)) {
                open = open < 0 ? start : open;
                close = end;
            } else if (open >= 0 && end - start > 1) { // a blank line parts nothing
                passages.add(new Passage(open, text.substring(open, close)));
                open = -1;
            }
            start = end;
        }
        if (open >= 0) {
            passages.add(new Passage(open, text.substring(open, close)));
        }
        return passages;
    }

    private static boolean holdsHan(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= '\u2e80' && Character.isIdeographic(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
