package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import parallax.enrich.annotate.LatinNames.Name;

/** Which of the things written like names in Latin letters an article makes a name of. */
final class LatinSubjects {

    /** A name of several words is one if it is repeated; a single word must be repeated more often, for many words are capitalised. */
    private static final int REPEATED = 2;

    private static final int OFTEN = 3;

    /** Where an article introduces those it is about, in characters. */
    private static final int LEAD = 1500;

    private static final Pattern BEFORE_NAME_IN_TITLE = Pattern.compile("(?:[|(,:-] ?|(?i:with ))\\z");

    private final Subjects subjects;
    private final LatinNames latin;
    private final WordLists lists;
    private final int titleEnd;
    private final boolean titleInChinese;
    private final NameKind kind;

    LatinSubjects(Subjects subjects, LatinNames latin, WordLists lists, int titleEnd, boolean titleInChinese) {
        this.subjects = subjects;
        this.latin = latin;
        this.lists = lists;
        this.titleEnd = titleEnd;
        this.titleInChinese = titleInChinese;
        this.kind = new NameKind(subjects.text());
    }

    void add(List<Name> open) {
        Map<String, List<Name>> byId = new TreeMap<>();
        Map<String, String> ids = new HashMap<>();
        for (Name name : open) {
            String id = ids.computeIfAbsent(name.text(), text -> lists.isTerm(text) ? "" : EntityId.of(text));
            if (!id.isEmpty()) {
                byId.computeIfAbsent(id, key -> new ArrayList<>()).add(name);
            }
        }
        for (List<Name> names : byId.values()) {
            if (!isOneWord(names) && isNamed(names)) {
                found(names, isPersonal(names.get(0).words()) || isCalledByFirstName(names, byId));
            }
        }
        ShortForms shortForms = subjects.shortForms();
        for (List<Name> names : byId.values()) {
            if (isOneWord(names)) {
                Optional<Subject> whole = shortForms.whoIs(names.get(0).text());
                if (whole.isPresent()) {
                    boolean speaks = speaks(names);
                    names.forEach(name -> mention(whole.get(), name, speaks));
                } else if (isNamedInOneWord(names)) {
                    found(names, false);
                }
            }
        }
    }

    private static boolean isOneWord(List<Name> names) {
        return names.get(0).words().size() == 1;
    }

    private boolean isNamed(List<Name> names) {
        boolean titled =
                names.stream().anyMatch(this::isTitle) && (names.size() >= REPEATED || titleNames(names.get(0)));
        return titled
                || (names.size() >= REPEATED && names.stream().anyMatch(name -> !isHeading(name)))
                || speaks(names)
                || subjects.get(names.get(0).text()).isPresent()
                || isPersonal(names.get(0).words());
    }

    private boolean isNamedInOneWord(List<Name> names) {
        String word = names.get(0).text();
        if (subjects.get(word).isPresent()) {
            return true;
        }
        if (word.length() < 3 || isAbbreviation(word) || lists.isLone(word) || word.indexOf('.') > 0) {
            return false;
        }
        long inside = names.stream()
                .filter(name -> !name.afterStop() && !isTitle(name))
                .count();
        boolean titled = names.stream().anyMatch(name -> isTitle(name) && titleNames(name));
        return 4L * latin.lowerCase(word) <= inside
                && (inside >= OFTEN
                        || speaks(names)
                        || (titled && inside >= 1)
                        || names.stream().anyMatch(this::isFounded));
    }

    /** Somebody's company, named where the article introduces them. */
    private boolean isFounded(Name name) {
        return name.start() < LEAD && !name.afterStop() && kind.isFounded(name.start(), name.end());
    }

    /** A dialogue has more than a turn; "Advice:" before a paragraph is nobody's. */
    private static boolean speaks(List<Name> names) {
        return names.stream().filter(Name::label).count() >= OFTEN;
    }

    private static boolean isAbbreviation(String word) {
        return word.length() <= 5 && word.chars().noneMatch(Character::isLowerCase);
    }

    private boolean isTitle(Name name) {
        return name.start() < titleEnd;
    }

    /** An English title writes every word with a capital; names stand in it behind a bar, a dash, a bracket or "with". */
    private boolean titleNames(Name name) {
        String before = subjects.text().substring(Math.max(0, name.start() - 6), name.start());
        return titleInChinese || BEFORE_NAME_IN_TITLE.matcher(before).find();
    }

    /** A line that is nothing but the name capitalises every word. */
    private boolean isHeading(Name name) {
        String text = subjects.text();
        if (name.start() > 0 && text.charAt(name.start() - 1) != '\n') {
            return false;
        }
        String rest = text.substring(name.end(), Math.min(text.length(), name.end() + 3));
        return rest.length() < 3 || rest.indexOf('\n') >= 0;
    }

    /** Given name and surname. */
    private boolean isPersonal(List<String> words) {
        return words.size() <= 3 && lists.isGivenName(words.get(0)) && mayBePersonal(words);
    }

    /** Elsewhere only its first word stands, which is no word of the language: so one speaks of persons. */
    private boolean isCalledByFirstName(List<Name> names, Map<String, List<Name>> byId) {
        List<String> words = names.get(0).words();
        String first = words.get(0);
        return words.size() == 2
                && mayBePersonal(words)
                && latin.lowerCase(first) == 0
                && latin.lowerCase(words.get(1)) == 0
                && !isAbbreviation(first)
                && byId.getOrDefault(EntityId.of(first), List.of()).size() >= REPEATED;
    }

    private boolean mayBePersonal(List<String> words) {
        return words.stream()
                .allMatch(word ->
                        Character.isUpperCase(word.charAt(0)) && !lists.isImpersonal(word) && !lists.isPlain(word));
    }

    private void found(List<Name> names, boolean personal) {
        Subject subject = subjects.subject(names.get(0).text());
        List<String> words = names.get(0).words();
        if (personal) {
            subject.is("person", 6);
        } else if (words.stream().anyMatch(lists::isImpersonal)) {
            subject.is("organisation", 1);
        }
        boolean speaks = speaks(names);
        for (Name name : names) {
            mention(subject, name, speaks);
            kind.read(subject, words, name.start(), name.end());
        }
    }

    private void mention(Subject subject, Name name, boolean speaks) {
        subjects.mention(subject, name.start(), name.end());
        if (name.label() && speaks) {
            subject.speaks();
            subject.is("person", 1);
        }
    }
}
