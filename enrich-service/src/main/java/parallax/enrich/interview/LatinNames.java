package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import parallax.enrich.text.LatinToken;
import parallax.enrich.text.WordList;

/** Full names in Latin letters: two or three capitalised words in a row that are no common words. */
final class LatinNames {

    /** Words as frequent as this are words first. */
    static final int COMMON = 3000;

    private static final int LONGEST = 3;
    private static final Set<String> PARTICLES = Set.of("de", "van", "von", "der", "la", "bin", "al", "el");

    /** Words of organisations, works and headings that are written like names. */
    private static final Set<String> NO_NAMES = Set.of(
            ("ai labs lab inc university podcast studio show capital ventures school institute college group summit code model"
                            + " law learning engineering media research science technologies technology system systems street news times"
                            + " post journal club house team park valley francisco york states kingdom city points questions"
                            + " conclusions the of and for with in on laws director manager officer president founder engineer head chief"
                            + " vp ceo cto coo cfo studios foundation partners holdings industries robotics health compute"
                            + " materials instruments records press weekly daily magazine newsletter network radio channel festival"
                            + " conference forum prize award fund trust council committee association society museum hospital airport"
                            + " growth product marketing")
                    .split(" "));

    private LatinNames() {}

    /**
     * A name.
     *
     * @param name as it stands, without initials
     */
    record Found(String name, int start, int end) {}

    static List<Found> in(String folded, List<LatinToken> tokens, Wording wording) {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            if (!mayBePart(tokens.get(i))) {
                i++;
                continue;
            }
            List<LatinToken> run = new ArrayList<>(List.of(tokens.get(i)));
            int next = i + 1;
            while (next < tokens.size() && run.size() < LONGEST) {
                boolean particle = PARTICLES.contains(tokens.get(next).word())
                        && next + 1 < tokens.size()
                        && follows(folded, tokens.get(next), tokens.get(next + 1));
                int part = particle ? next + 1 : next;
                if (!follows(folded, tokens.get(next - 1), tokens.get(next))
                        || !mayBePart(tokens.get(part))
                        || tokens.get(part).word().equals(tokens.get(i).word())) { // speech has no full stops
                    break;
                }
                run.add(tokens.get(part));
                next = part + 1;
            }
            List<LatinToken> name = run.size() < 2 ? run : trim(run, wording);
            if (name.size() >= 2) {
                int start = name.get(0).start();
                int end = name.get(name.size() - 1).end();
                found.add(new Found(String.join(" ", words(name)), start, end));
            }
            i = next;
        }
        return shortened(found);
    }

    /** "Ada Lovelace Explains" is Ada Lovelace, if she is named by that name elsewhere. */
    private static List<Found> shortened(List<Found> found) {
        Set<String> pairs = found.stream()
                .map(Found::name)
                .filter(name -> name.indexOf(' ') == name.lastIndexOf(' '))
                .collect(Collectors.toSet());
        return found.stream()
                .map(name -> {
                    int last = name.name().lastIndexOf(' ');
                    String shorter = name.name().substring(0, last);
                    return pairs.contains(shorter)
                                    && name.end() - name.start() == name.name().length()
                            ? new Found(shorter, name.start(), name.start() + last)
                            : name;
                })
                .toList();
    }

    /** Whether {@code name} could be a person's. */
    static boolean isName(String name, Wording wording) {
        List<String> words = Arrays.asList(name.split(" "));
        return words.size() >= 2 && isName(words, wording);
    }

    private static List<LatinToken> trim(List<LatinToken> run, Wording wording) {
        List<LatinToken> name = run;
        while (name.size() > 1 && !isName(words(name.subList(0, 1)), wording)) {
            name = name.subList(1, name.size());
        }
        while (name.size() > 2 && !isName(words(name.subList(name.size() - 1, name.size())), wording)) {
            name = name.subList(0, name.size() - 1);
        }
        return isName(words(name), wording) ? name : List.of();
    }

    private static boolean isName(List<String> words, Wording wording) {
        boolean allCommon = true;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            Wording.Term term = wording.latin().get(word);
            boolean given = WordList.GIVEN_NAMES.contains(word);
            int rank = WordList.COMMON_ENGLISH.rank(word, Integer.MAX_VALUE);
            boolean first = given || rank == Integer.MAX_VALUE;
            if (i == 0 && !first) {
                return false;
            }
            boolean opens = i == 0; // a sentence may begin with it wherever it stands
            if (NO_NAMES.contains(word) || (term != null && !term.name() && !opens)) {
                return false;
            }
            allCommon &= rank < COMMON && !given;
        }
        return !allCommon;
    }

    private static boolean mayBePart(LatinToken token) {
        String word = token.word();
        if (!Character.isUpperCase(word.charAt(0))) {
            return false;
        }
        boolean lower = false;
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetter(c) && c != '-' && c != '\'') {
                return false;
            }
            lower |= Character.isLowerCase(c);
        }
        return lower;
    }

    /** One space, or an initial, between the two. */
    private static boolean follows(String folded, LatinToken one, LatinToken other) {
        int gap = other.start() - one.end();
        if (gap == 1) {
            return folded.charAt(one.end()) == ' ';
        }
        return gap == 4
                && folded.charAt(one.end()) == ' '
                && Character.isUpperCase(folded.charAt(one.end() + 1))
                && folded.charAt(one.end() + 2) == '.'
                && folded.charAt(one.end() + 3) == ' ';
    }

    private static List<String> words(List<LatinToken> tokens) {
        return tokens.stream().map(LatinToken::word).toList();
    }
}
