package parallax.enrich.interview;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parallax.enrich.interview.ChineseNames.Found;
import parallax.enrich.text.DottedNames;

/** Surnames of foreigners in Chinese characters that stand without a given name, and so without a dot: 恩沃苏. */
final class ForeignSurnames {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;
    private static final int FEWEST = 2;

    private ForeignSurnames() {}

    /** Surnames of foreigners that stand without a given name, and so without a dot: often, and in no dictionary. */
    static List<Found> in(String folded, List<Found> known, int lead) {
        Map<String, List<Found>> runs = new TreeMap<>();
        for (int start = 0; start < folded.length(); start++) {
            int end = start;
            while (end < folded.length() && DottedNames.has(folded.charAt(end))) {
                end++;
            }
            if (end - start >= SHORTEST && end - start <= LONGEST && !isDotted(folded, start, end)) {
                String run = folded.substring(start, end);
                List<Found> same = start < lead ? runs.computeIfAbsent(run, name -> new ArrayList<>()) : runs.get(run);
                if (same != null) {
                    same.add(new Found(run, start, end));
                }
            }
            start = Math.max(start, end);
        }
        return runs.entrySet().stream()
                .filter(run -> run.getValue().size() >= FEWEST
                        && isUnlisted(run.getKey())
                        && ChineseNames.whole(folded, run.getKey())
                                .filter(run.getKey()::equals)
                                .isPresent()
                        && known.stream().noneMatch(other -> other.name().contains(run.getKey())))
                .flatMap(run -> run.getValue().stream())
                .toList();
    }

    private static boolean isDotted(String text, int start, int end) {
        return (start > 0 && text.charAt(start - 1) == '·') || (end < text.length() && text.charAt(end) == '·');
    }

    /** In no dictionary, and not made of words that are: 关键元 is cut out of 关键元素. */
    private static boolean isUnlisted(String word) {
        return !isListed(word) && !isListed(word.substring(0, 2)) && !isListed(word.substring(word.length() - 2));
    }

    private static boolean isListed(String word) {
        CoreDictionary.Attribute known = CoreDictionary.get(word);
        return known != null && !known.nature[0].startsWith("nr");
    }

    /** Whether {@code name} stands only within names of foreigners: 孔乔 in 奥孔乔, 王莱莫 in 船王莱莫尼斯. */
    static boolean hold(String text, String name) {
        boolean maySound = name.chars().allMatch(c -> DottedNames.has((char) c));
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            boolean begun = maySound && at > 0 && DottedNames.has(text.charAt(at - 1));
            boolean goesOn = end + 1 < text.length()
                    && DottedNames.has(text.charAt(end))
                    && DottedNames.has(text.charAt(end + 1));
            if (!begun && !goesOn) {
                return false;
            }
        }
        return true;
    }
}
