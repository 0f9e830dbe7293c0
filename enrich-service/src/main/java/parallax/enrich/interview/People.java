package parallax.enrich.interview;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.Mention;
import parallax.enrich.text.Folding;

/** Finds the people whom a text names: those of the gazetteer, and those who are in none. */
final class People {

    private static final String LATIN_NAME = "\\p{Lu}[\\p{L}'.-]+(?: (?:[a-z]{2,3} )?\\p{Lu}[\\p{L}'.-]*\\p{L}){1,3}";

    /** 中文名（English Name）, with or without their titles: both are one person. */
    private static final Pattern APPOSITION =
            Pattern.compile("(\\p{IsHan}{1,6}(?:·\\p{IsHan}{1,8}?){1,2}|\\p{IsHan}{2,4}?)(?:博士|教授|先生|女士)? ?"
                    + "[(（](?:(?:Dr|Prof|Mr|Ms|Mrs)\\.? )?(" + LATIN_NAME + ")[)）,，]");

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}·]+");

    private static final int LONGEST_BEFORE = 28;
    private static final int LONGEST_WITHIN = 60;

    private final Gazetteer gazetteer;
    private final ChineseNames chinese = new ChineseNames();

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

    /** Everyone named in {@code head}, in its order; of several readings of a place the first of gazetteer, Latin, Chinese holds. */
    List<Named> in(Head head) {
        String folded = head.folded();
        Places places = new Places(folded.length());
        for (Mention mention : head.mentions()) {
            if (mention.entity().isPerson()) {
                places.add(
                        new Person(mention.entity().id(), mention.entity().english(), true),
                        mention.start(),
                        mention.end());
            } else {
                places.take(mention.start(), mention.end());
            }
        }
        List<ChineseNames.Found> chineseNames = chinese.in(folded, head.title(), head.title() + head.lead());
        Map<Integer, String> endings = new HashMap<>();
        chineseNames.forEach(name -> endings.put(name.end(), name.name()));
        Map<String, Person> aliases = new HashMap<>();
        for (int bracket = folded.indexOf('('); bracket >= 0; bracket = folded.indexOf('(', bracket + 1)) {
            if (!explains(folded, bracket)) {
                continue;
            }
            int from = Math.max(0, bracket - LONGEST_BEFORE);
            Matcher pair = APPOSITION.matcher(folded).region(from, Math.min(folded.length(), bracket + LONGEST_WITHIN));
            if (pair.find() && LatinNames.isName(pair.group(2), head.wording())) {
                String name = endings.getOrDefault(pair.end(1), ChineseNames.endOf(pair.group(1)));
                Person person = unknown(pair.group(2));
                aliases.putIfAbsent(
                        name == null ? pair.group(1) : name, name == null ? person : alsoCalled(person, name));
            }
        }
        List<LatinNames.Found> latinNames = LatinNames.in(folded, head.tokens(), head.wording());
        Set<String> firms = latinNames.stream()
                .filter(name -> Cues.ofFirm(folded, name.start(), name.end()))
                .map(LatinNames.Found::name)
                .collect(Collectors.toSet());
        Map<String, Person> called = new HashMap<>();
        for (LatinNames.Found name : latinNames) {
            if (!firms.contains(name.name())) {
                Person person = called.computeIfAbsent(name.name(), People::unknown);
                places.addFree(person, name.start(), name.end());
            }
        }
        for (ChineseNames.Found name : chineseNames) {
            Person person = aliases.getOrDefault(name.name(), new Person(name.name(), name.name(), false));
            places.addFree(person, name.start(), name.end());
        }
        aliases.forEach((name, person) -> places.addEverywhere(person, name, folded));
        return places.found();
    }

    /** Whether Chinese stands before a bracket and a capital in it. */
    private static boolean explains(String text, int bracket) {
        int before = bracket > 0 && text.charAt(bracket - 1) == ' ' ? bracket - 2 : bracket - 1;
        return before >= 0
                && Character.isIdeographic(text.charAt(before))
                && bracket + 1 < text.length()
                && Character.isUpperCase(text.charAt(bracket + 1));
    }

    /** The person whom a field of the front matter names, as a name or as a slug: {@code elon-musk}. */
    Person called(String name) {
        String folded = Folding.fold(name).strip();
        String spaced = folded.contains(" ") ? folded : folded.replace('-', ' ');
        return gazetteer
                .named(spaced)
                .filter(known -> known.isPerson())
                .map(known -> new Person(known.id(), known.english(), true))
                .orElseGet(() -> unknown(spaced));
    }

    private static Person unknown(String name) {
        String id = NO_NAME.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
        return new Person(id, name.strip(), false);
    }

    private static Person alsoCalled(Person person, String name) {
        boolean alike = NameLikeness.of(NameKey.of(person), NameKey.of(name)) >= NameLikeness.SAME;
        return alike ? person : person.alsoCalled(List.of(name));
    }
}
