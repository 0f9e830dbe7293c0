package parallax.enrich.interview;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.DottedNames;
import parallax.enrich.text.Seeker;

/** Names in Chinese characters: transliterated ones by their middle dot, Chinese and Japanese ones by surname and by how often they stand. */
final class ChineseNames {

    /** Characters that no given name holds. */
    private static final BitSet NO_NAME = characters(
            "是有能将在管会接从都的了不就也要可以与及过个这那到被让对为上下他她它我你们说问想看做用来去着把给并但而或如何时后前里中种些讲谈聊两几很更最又再才只没还每某此因由该吗呢吧啊哪谁请倍块市厂县省镇店院局处期岁第字");

    /** Between names and what they are taken together with: anything but Chinese, and the words of the trade. */
    private static final Seeker BETWEEN_CLAUSES = new Seeker(
                    Pattern.compile("[^\\p{IsHan}]+|对谈|访谈|对话|专访|做客|嘉宾|来宾|主持人|播客|时长"))
            .anywhere(c -> "对访专做嘉来主播时".indexOf(c) >= 0 || Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN);

    /** What may be a given name behind a Japanese surname. */
    private static final Pattern JAPANESE_GIVEN = Pattern.compile("\\p{IsHan}{2}(?![公县])");

    /** Parts of speech of a single character that ends no name. */
    private static final Set<Character> NO_ENDING = Set.of('v', 'p', 'c', 'u', 'd', 'm', 'q', 'f', 'r', 'y');

    private static final int NER_SAMPLE = 6000;

    /** What follows a name helps to see that it is one. */
    private static final int CONTEXT = 100;

    private static final int OFTEN = 3;
    private static final int SHORTEST_OWN = 2;
    private static final int LONGEST_OWN = 3;
    private static final int LONGEST_JAPANESE = 5;

    private final Segment segment = HanLP.newSegment().enableNameRecognize(true).enableTranslatedNameRecognize(false);

    /** A name and its place. */
    record Found(String name, int start, int end) {}

    /**
     * The names in {@code folded}.
     *
     * @param title how long the title is: what stands there need not stand often
     * @param lead how far it says what it is about
     */
    List<Found> in(String folded, int title, int lead) {
        List<Found> found = new ArrayList<>();
        DottedNames.in(folded).forEach(name -> found.add(new Found(name.text(), name.start(), name.end())));
        for (String name : chineseOwn(folded, title, lead, List.copyOf(found))) {
            for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length())) {
                found.add(new Found(name, at, at + name.length()));
            }
        }
        found.addAll(ForeignSurnames.in(folded, found, title + lead));
        return found;
    }

    /** The name at the end of {@code words}, written in Chinese characters alone; null if there is none. */
    static @Nullable String endOf(String words) {
        for (int length = LONGEST_OWN; length >= SHORTEST_OWN; length--) {
            String end = words.substring(Math.max(0, words.length() - length));
            if (isNative(end)) {
                return end;
            }
        }
        return null;
    }

    private Set<String> chineseOwn(String folded, int title, int lead, List<Found> dotted) {
        String sample = folded.substring(0, Math.min(Math.min(NER_SAMPLE, lead + CONTEXT), folded.length()));
        Set<String> early = new TreeSet<>();
        Seeker.Search between = BETWEEN_CLAUSES.in(sample);
        int start = 0;
        while (start < Math.min(lead, sample.length())) {
            boolean parted = between.find();
            String clause = sample.substring(start, parted ? between.match().start() : sample.length());
            if (mayHoldName(clause)) {
                early.addAll(namesOf(clause, followsNumber(sample, start)));
            }
            start = parted ? between.match().end() : sample.length();
        }
        japanese(sample).forEach(name -> early.add(japanese(folded, name)));
        return early.stream()
                .filter(ChineseNames::isNative)
                .map(name -> whole(folded, name))
                .flatMap(Optional::stream)
                .filter(name -> dotted.stream().noneMatch(other -> other.name().contains(name)))
                .filter(name -> !ForeignSurnames.hold(folded, name))
                .filter(name -> count(folded, name) >= (name.length() >= LONGEST_OWN ? OFTEN - 1 : OFTEN)
                        || folded.substring(0, title).contains(name)
                        || introduced(sample, name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The name that {@code found} is, or is the beginning of: 林若 is 林若衡 where it never stands without 衡. Empty if it is the beginning
     * of what is no name, as 雷克雅 is.
     */
    static Optional<String> whole(String text, String found) {
        Set<Integer> next = following(text, found);
        if (next.size() != 1 || count(text, found) < 2) {
            return Optional.of(found);
        }
        int last = next.iterator().next();
        if (!Character.isIdeographic(last)) {
            return Optional.of(found);
        }
        String longer = found + Character.toString(last);
        return isNative(longer) && following(text, longer).size() > 1 ? Optional.of(longer) : Optional.empty();
    }

    /** The characters that stand after {@code word}. */
    private static Set<Integer> following(String text, String word) {
        Set<Integer> next = new TreeSet<>();
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            int end = at + word.length();
            next.add(end < text.length() ? (int) text.charAt(end) : 0);
        }
        return next;
    }

    private static List<String> japanese(String sample) {
        List<String> names = new ArrayList<>();
        Matcher given = JAPANESE_GIVEN.matcher(sample);
        for (int at = 0; at < sample.length() - 2; at++) {
            if (Surnames.isOfTwo(sample, at)
                    && given.region(at + 2, sample.length()).lookingAt()) {
                names.add(sample.substring(at, given.end()));
                at = given.end() - 1;
            }
        }
        return names;
    }

    /** Whether a surname stands in it before what a given name may hold: only then it is worth a segmentation. */
    private static boolean mayHoldName(String clause) {
        for (int at = 0; at < clause.length() - 1; at++) {
            int given = at + Surnames.lengthAt(clause, at);
            if (given > at && given < clause.length() && !NO_NAME.get(clause.charAt(given))) {
                return true;
            }
        }
        return false;
    }

    /** A given name of two characters, or of one where it stands before another character too. */
    private static String japanese(String text, String name) {
        String shorter = name.substring(0, name.length() - 1);
        return isNative(name) && count(text, shorter) == count(text, name) ? name : shorter;
    }

    /** What follows a number says what is counted: 万 is a surname too. */
    private List<String> namesOf(String clause, boolean counted) {
        List<Term> terms = segment.seg(clause);
        List<String> names = new ArrayList<>();
        for (int i = counted ? 1 : 0; i < terms.size(); i++) {
            String name = terms.get(i).word;
            if (terms.get(i).nature.toString().startsWith("nr") && isNative(name)) {
                names.add(
                        i + 1 < terms.size() && isEnding(name, terms.get(i + 1)) ? name + terms.get(i + 1).word : name);
            }
        }
        return names;
    }

    /** Most given names have two characters, of which a rare one is cut off. */
    private static boolean isEnding(String name, Term next) {
        return name.length() == SHORTEST_OWN
                && next.word.length() == 1
                && !NO_ENDING.contains(next.nature.toString().charAt(0))
                && isNative(name + next.word);
    }

    private static boolean followsNumber(String text, int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i >= 0 && Character.isDigit(text.charAt(i));
    }

    /** Whether it is said of {@code name} that this is who speaks, or asks. */
    private static boolean introduced(String sample, String name) {
        for (int at = sample.indexOf(name); at >= 0; at = sample.indexOf(name, at + name.length())) {
            if (Cues.ofRole(sample, at, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNative(String word) {
        int surname = Surnames.lengthAt(word, 0);
        return word.length() >= SHORTEST_OWN
                && surname > 0
                && surname < word.length()
                && word.length() <= (surname == 1 ? LONGEST_OWN : LONGEST_JAPANESE)
                && word.chars().skip(surname).noneMatch(NO_NAME::get);
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    private static BitSet characters(String all) {
        return all.chars().collect(BitSet::new, BitSet::set, BitSet::or);
    }
}
