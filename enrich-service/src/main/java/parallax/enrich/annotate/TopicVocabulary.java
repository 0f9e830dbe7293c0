package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Folding;
import parallax.enrich.text.LatinWords;
import parallax.enrich.text.RegionalWords;
import parallax.enrich.text.Spellings;
import parallax.enrich.text.Table;

/** The topics we file articles under, and the words that speak for each, found in a text in whichever script. */
final class TopicVocabulary {

    private static final Pattern BORDER =
            Pattern.compile("(?<=[A-Za-z0-9])(?=\\p{IsHan})|(?<=\\p{IsHan})(?=[A-Za-z0-9])");

    private final List<Term> terms = new ArrayList<>();
    private final Spellings<Spelling> spellings;
    private final List<List<Integer>> cuesOf = new ArrayList<>();
    private final List<List<Integer>> broaderOf;
    private final List<List<Integer>> narrowerOf;
    private final int cues;

    /**
     * A topic.
     *
     * @param broader ids of the topics that this is a part of
     */
    record Term(String id, @Nullable String iptc, Labels labels, List<String> broader) {}

    /** A cue word of a topic. */
    private record Cue(int number, int term) {}

    /**
     * How a cue word is written.
     *
     * @param exact how it must be written, if it is an abbreviation: "AI", but not the "ai" of another language
     */
    private record Spelling(@Nullable String exact, List<Cue> cues) {}

    /** Takes what is found. */
    @FunctionalInterface
    interface Finding {

        /** The cue of that number, one of the term of that index, stands at that offset. */
        void found(int term, int cue, int offset);
    }

    TopicVocabulary() {
        TreeMap<String, Spelling> written = new TreeMap<>();
        int number = 0;
        for (String[] row : Table.rows("topics.tsv", 7)) {
            int term = terms.size();
            cuesOf.add(new ArrayList<>());
            terms.add(new Term(
                    row[0], row[1].isEmpty() ? null : row[1], new Labels(row[2], row[3], row[4]), Table.list(row[6])));
            for (String cue : Table.list(row[5])) {
                String folded = RegionalWords.mainland(Folding.fold(cue));
                for (String spelling : List.of(folded, spaced(folded))) {
                    List<Cue> said = written.computeIfAbsent(
                                    Folding.foldCase(spelling),
                                    name -> new Spelling(isAbbreviation(spelling) ? spelling : null, new ArrayList<>()))
                            .cues();
                    if (said.stream().noneMatch(known -> known.term() == term)) {
                        said.add(new Cue(number, term));
                    }
                }
                cuesOf.get(term).add(number++);
            }
        }
        spellings = new Spellings<>(written);
        cues = number;
        broaderOf = related((term, other) -> term.broader().contains(other.id()));
        narrowerOf = related((term, other) -> other.broader().contains(term.id()));
    }

    private List<List<Integer>> related(BiPredicate<Term, Term> relation) {
        return terms.stream()
                .map(term -> IntStream.range(0, terms.size())
                        .filter(other -> relation.test(term, terms.get(other)))
                        .boxed()
                        .toList())
                .toList();
    }

    List<Term> terms() {
        return terms;
    }

    Term term(String id) {
        return terms.stream().filter(term -> term.id().equals(id)).findFirst().orElseThrow();
    }

    /** The numbers of the cues of a term. */
    List<Integer> cuesOf(int term) {
        return cuesOf.get(term);
    }

    /** The terms that a term is part of. */
    List<Integer> broaderOf(int term) {
        return broaderOf.get(term);
    }

    /** The terms that are part of a term. */
    List<Integer> narrowerOf(int term) {
        return narrowerOf.get(term);
    }

    /** How many cue words there are. */
    int cues() {
        return cues;
    }

    /** Reports every cue word in {@code folded}, a text in the mainland's words, that is no part of a longer one. */
    void find(String folded, Finding finding) {
        List<Hit> hits = new ArrayList<>();
        spellings.find(folded, (begin, end, spelling) -> {
            if (isWritten(spelling, folded, begin) && isWord(folded, end)) {
                hits.add(new Hit(begin, end, spelling));
            }
        });
        hits.sort(Comparator.comparingInt(Hit::begin).thenComparingInt(hit -> -hit.end()));
        int end = 0;
        for (Hit hit : hits) {
            if (hit.end() > end) {
                hit.spelling().cues().forEach(cue -> finding.found(cue.term(), cue.number(), hit.begin()));
                end = hit.end();
            }
        }
    }

    private record Hit(int begin, int end, Spelling spelling) {}

    private static boolean isWritten(Spelling spelling, String folded, int begin) {
        return spelling.exact() == null || folded.startsWith(spelling.exact(), begin);
    }

    /** Some writers put a space between Chinese and Latin, and many a word is written with a hyphen or without. */
    private static String spaced(String cue) {
        return BORDER.matcher(cue).replaceAll(" ").replace('-', ' ');
    }

    private static boolean isAbbreviation(String word) {
        return word.length() <= 4 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static boolean isWord(String text, int end) {
        return !LatinWords.continuesAt(text, end) || plural(text, end);
    }

    private static boolean plural(String text, int end) {
        int next = text.charAt(end) == 's' ? end + 1 : end;
        return next >= text.length() || !LatinWords.isLatin(text.charAt(next));
    }
}
