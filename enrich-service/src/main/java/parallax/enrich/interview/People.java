package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.Mention;
import parallax.enrich.text.Folding;

/** Finds people in a text: those of the gazetteer, and those whom the text itself introduces. */
final class People {

    private static final String LATIN_NAME = "\\p{Lu}[\\p{L}'’.-]+(?: (?:[a-z]{2,3} )?\\p{Lu}[\\p{L}'’.-]*\\p{L}){1,3}";
    private static final String HAN_NAME = "\\p{IsHan}{1,6}(?:·\\p{IsHan}{1,8}){1,3}";

    /** 中文名（English Name）: both are one person. */
    private static final Pattern APPOSITION =
            Pattern.compile("(" + HAN_NAME + "|\\p{IsHan}{2,4}) ?[(（](" + LATIN_NAME + ")[)）]");

    private static final Pattern DOTTED = Pattern.compile(HAN_NAME);
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?:专访|对话|对谈|访谈|采访|嘉宾[:：]?|(?i:interview with|conversation with|guest:|featuring|ft\\.?|sat down with|hosted by|host:)|[|—–-])[\\s\"]{0,2}("
                    + LATIN_NAME + ")(?=$|[\\s,，。(（|—–-])",
            Pattern.MULTILINE);

    private final Gazetteer gazetteer;

    People(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * A person named at a place.
     *
     * @param start offset in the text
     * @param end offset after the name
     */
    record Named(Person person, int start, int end) {}

    /** Everyone named in {@code folded}, in its order. */
    List<Named> in(String folded) {
        List<Named> found = new ArrayList<>();
        boolean[] taken = new boolean[folded.length()];
        for (Mention mention : gazetteer.mentions(folded)) {
            if (mention.entity().isPerson()) {
                add(found, taken, person(mention), mention.start(), mention.end());
            } else {
                mark(taken, mention.start(), mention.end());
            }
        }
        Map<String, Person> introduced = new HashMap<>();
        for (MatchResult pair : APPOSITION.matcher(folded).results().toList()) {
            Person person = unknown(pair.group(2));
            if (!taken[pair.start(1)] && !taken[pair.start(2)]) {
                introduced.put(pair.group(1), person);
                introduced.put(pair.group(2), person);
            }
        }
        introduced.forEach((name, person) -> everywhere(found, taken, folded, name, person));
        for (MatchResult name : INTRODUCED.matcher(folded).results().toList()) {
            everywhere(found, taken, folded, name.group(1), unknown(name.group(1)));
        }
        for (MatchResult name : DOTTED.matcher(folded).results().toList()) {
            if (!taken[name.start()] && !taken[name.end() - 1]) {
                add(found, taken, new Person(name.group(), name.group(), false), name.start(), name.end());
            }
        }
        found.sort(Comparator.comparingInt(Named::start));
        return found;
    }

    /** The person whom a field of the front matter names, as a name or as a slug: {@code elon-musk}. */
    Person called(String name) {
        String folded = Folding.fold(name).strip();
        return gazetteer
                .named(folded.replace('-', ' '))
                .filter(known -> known.isPerson())
                .map(known -> new Person(known.id(), known.english(), true))
                .orElseGet(() -> unknown(folded));
    }

    private static Person person(Mention mention) {
        return new Person(mention.entity().id(), mention.entity().english(), true);
    }

    private static Person unknown(String name) {
        String id = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return new Person(id, name.strip(), false);
    }

    private static void everywhere(List<Named> found, boolean[] taken, String text, String name, Person person) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            if (!taken[at]) {
                add(found, taken, person, at, at + name.length());
            }
        }
    }

    private static void add(List<Named> found, boolean[] taken, Person person, int start, int end) {
        found.add(new Named(person, start, end));
        mark(taken, start, end);
    }

    private static void mark(boolean[] taken, int start, int end) {
        for (int i = start; i < end; i++) {
            taken[i] = true;
        }
    }
}
