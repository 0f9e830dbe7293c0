package parallax.enrich.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Folding;
import parallax.enrich.text.LatinToken;
import parallax.enrich.text.LatinWords;
import parallax.events.Evidence.Span;

/** A document as evidence quotes it. */
final class Source {

    private static final int LATIN_PHRASE = 4;
    private static final int HAN_PHRASE = 8;
    private static final int LONGEST_QUOTE = 120;
    private static final int OPENING = 60;

    private final String documentId;
    private final String content;
    private final String folded;
    private @Nullable List<LatinToken> words;
    private @Nullable Map<List<String>, Integer> phrases;

    Source(String documentId, String content) {
        this.documentId = documentId;
        this.content = content;
        this.folded = Folding.foldCase(content);
    }

    /** Where {@code word}, folded and in lower case, first stands. */
    Optional<Span> find(String word) {
        for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (!LatinWords.continuesAt(folded, at) && !LatinWords.continuesAt(folded, end)) {
                return Optional.of(span(at, end));
            }
        }
        return Optional.empty();
    }

    /** How it begins. */
    Span opening() {
        int start = 0;
        while (start < content.length() - 1 && !Character.isLetterOrDigit(content.charAt(start))) {
            start++;
        }
        int line = content.indexOf('\n', start);
        return span(start, Math.min(line < 0 ? content.length() : line, start + OPENING));
    }

    /** The longest passages that both documents hold, this one's and the other's in turn; at most {@code most} of them. */
    List<Span> shared(Source other, int most) {
        List<int[]> passages = new ArrayList<>(latin(other));
        passages.addAll(han(other));
        passages.sort((a, b) -> b[2] != a[2] ? Integer.compare(b[2], a[2]) : Integer.compare(a[0], b[0]));
        List<Span> spans = new ArrayList<>();
        for (int[] passage : passages.subList(0, Math.min(most, passages.size()))) {
            spans.add(span(passage[0], passage[0] + passage[2]));
            spans.add(other.span(passage[1], passage[1] + passage[3]));
        }
        return spans;
    }

    /** Runs of Latin words in both: start here, start there, length here, length there. */
    private List<int[]> latin(Source other) {
        List<LatinToken> mine = words();
        List<LatinToken> others = other.words();
        Map<List<String>, Integer> places = other.phrases();
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i + LATIN_PHRASE <= mine.size(); i++) {
            Integer j = isPhrase(mine, i) ? places.get(words(mine, i)) : null;
            if (j != null) {
                int length = LATIN_PHRASE;
                while (i + length < mine.size()
                        && j + length < others.size()
                        && mine.get(i + length)
                                .word()
                                .equals(others.get(j + length).word())
                        && mine.get(i + length).follows(mine.get(i + length - 1))
                        && others.get(j + length).follows(others.get(j + length - 1))
                        && mine.get(i + length).end() - mine.get(i).start() < LONGEST_QUOTE) {
                    length++;
                }
                found.add(new int[] {
                    mine.get(i).start(),
                    others.get(j).start(),
                    mine.get(i + length - 1).end() - mine.get(i).start(),
                    others.get(j + length - 1).end() - others.get(j).start()
                });
                i += length;
            }
        }
        return found;
    }

    private List<LatinToken> words() {
        List<LatinToken> known = words;
        if (known == null) {
            known = LatinToken.of(folded);
            words = known;
        }
        return known;
    }

    /** The first place of each. */
    private Map<List<String>, Integer> phrases() {
        Map<List<String>, Integer> known = phrases;
        if (known == null) {
            known = new HashMap<>();
            List<LatinToken> tokens = words();
            for (int i = 0; i + LATIN_PHRASE <= tokens.size(); i++) {
                if (isPhrase(tokens, i)) {
                    known.putIfAbsent(words(tokens, i), i);
                }
            }
            phrases = known;
        }
        return known;
    }

    private static boolean isPhrase(List<LatinToken> tokens, int from) {
        for (int i = from + 1; i < from + LATIN_PHRASE; i++) {
            if (!tokens.get(i).follows(tokens.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private List<int[]> han(Source other) {
        Map<String, Integer> places = new HashMap<>();
        for (int j = 0; j + HAN_PHRASE <= other.folded.length(); j++) {
            if (isHan(other.folded, j)) {
                places.putIfAbsent(other.folded.substring(j, j + HAN_PHRASE), j);
            }
        }
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i + HAN_PHRASE <= folded.length(); i++) {
            Integer j = isHan(folded, i) ? places.get(folded.substring(i, i + HAN_PHRASE)) : null;
            if (j != null) {
                int length = HAN_PHRASE;
                while (i + length < folded.length()
                        && j + length < other.folded.length()
                        && length < LONGEST_QUOTE
                        && folded.charAt(i + length) == other.folded.charAt(j + length)) {
                    length++;
                }
                found.add(new int[] {i, j, length, length});
                i += length;
            }
        }
        return found;
    }

    private static boolean isHan(String text, int start) {
        for (int i = start; i < start + HAN_PHRASE; i++) {
            if (!Character.isIdeographic(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(List<LatinToken> tokens, int from) {
        List<String> words = new ArrayList<>(LATIN_PHRASE);
        tokens.subList(from, from + LATIN_PHRASE).forEach(token -> words.add(token.word()));
        return words;
    }

    private Span span(int start, int end) {
        int from = content.codePointCount(0, start);
        return new Span(documentId, from, from + content.codePointCount(start, end), content.substring(start, end));
    }
}
