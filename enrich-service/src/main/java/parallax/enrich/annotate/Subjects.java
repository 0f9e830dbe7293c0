package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parallax.enrich.annotate.LatinNames.Name;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.DottedNames;
import parallax.enrich.text.Folding;
import parallax.enrich.text.TracedText;

/** What one article names: entries of the gazetteer, and what the article itself makes a name of. A function of the article alone. */
final class Subjects {

    /** No article introduces more people than this; each costs a pass over the text. */
    private static final int MOST_NAMES = 300;

    private final Gazetteer gazetteer;
    private final WordLists lists;
    private final String folded;
    private final int titleEnd;
    private final boolean titleInChinese;
    private final Clauses clauses;
    private final boolean[] taken;
    private final Map<String, Subject> byId = new TreeMap<>();
    private final LatinNames latin;

    private Subjects(Article article, Gazetteer gazetteer, WordLists lists) {
        this.gazetteer = gazetteer;
        this.lists = lists;
        String title = Folding.fold(article.title().toString());
        this.folded = title + "\n" + Folding.fold(article.text().toString());
        this.titleEnd = title.length();
        this.titleInChinese = title.chars().anyMatch(Character::isIdeographic);
        this.clauses = Clauses.of(folded);
        this.taken = new boolean[folded.length()];
        this.latin = LatinNames.in(folded, lists);
    }

    /**
     * Reads {@code article}.
     *
     * @param mentions in its text
     */
    static Subjects of(Article article, Gazetteer gazetteer, List<Mention> mentions, WordLists lists) {
        Subjects subjects = new Subjects(article, gazetteer, lists);
        List<Name> open = subjects.known(mentions);
        subjects.fields(article);
        subjects.pairs();
        subjects.dotted();
        subjects.works();
        subjects.latin(open);
        return subjects;
    }

    Collection<Subject> all() {
        return byId.values();
    }

    /** How many clauses title and text have. */
    int clauses() {
        return clauses.count();
    }

    /** Entries of the gazetteer; what is left are the names that are none. */
    private List<Name> known(List<Mention> mentions) {
        Map<Integer, Name> nameAt = new HashMap<>();
        for (Name name : latin.names()) {
            nameAt.put(name.start(), name);
            nameAt.put(name.end(), name);
        }
        for (Mention mention : gazetteer.mentions(folded, titleEnd + 1, folded.length(), mentions)) {
            Name name = nameAt.getOrDefault(mention.end(), nameAt.get(mention.start()));
            if (name == null || !isNamesake(name, mention)) {
                Subject subject = byId.computeIfAbsent(mention.entity().id(), id -> Subject.of(mention.entity()));
                mention(subject, mention.start(), mention.end());
                if (name != null && name.label()) {
                    subject.speaks();
                }
            }
        }
        List<Name> open = new ArrayList<>();
        for (Name name : latin.names()) {
            if (!taken[name.start()] && !taken[name.end() - 1]) {
                open.add(name);
            }
        }
        return open;
    }

    /** Somebody who shares only a part of the name: "Jack Altman" is not Altman, and "Austin Campbell" is no city. */
    private boolean isNamesake(Name name, Mention mention) {
        String named = folded.substring(mention.start(), mention.end());
        return name.words().size() == 2
                && name.words().contains(named)
                && lists.isGivenName(name.words().get(0))
                && !lists.isImpersonal(name.words().get(1));
    }

    /** What the document's header lists. */
    private void fields(Article article) {
        Map<Field, String> types = Map.of(
                Field.GUEST, "person",
                Field.PERSON, "person",
                Field.ORGANISATION, "organisation",
                Field.PRODUCT, "product",
                Field.WORK, "work");
        types.forEach((field, type) -> article.metadata().all(field).stream()
                .map(TracedText::toString)
                .map(Folding::fold)
                .filter(value -> !EntityId.of(value).isEmpty())
                .forEach(value -> field(value, type)));
    }

    private void field(String value, String type) {
        Optional<KnownEntity> entity = gazetteer.named(value).or(() -> gazetteer.named(value.replace('-', ' ')));
        Subject subject = entity.map(known -> byId.computeIfAbsent(known.id(), id -> Subject.of(known)))
                .orElseGet(() -> subject(value));
        subject.inField();
        subject.is(type, 10);
        if (entity.isEmpty() && value.chars().anyMatch(Character::isIdeographic)) {
            everywhere(subject, value);
        }
    }

    /** Names in two scripts side by side are one, whichever the gazetteer knows. */
    private void pairs() {
        for (HanNames.Pair pair :
                HanNames.pairs(folded).stream().limit(MOST_NAMES).toList()) {
            String english = withoutRoles(pair.latin().text());
            boolean dotted = pair.han().text().indexOf('·') > 0;
            if (english.indexOf(' ') > 0
                    && (dotted || Transliteration.alike(english, pair.han().text()))) {
                Subject subject = gazetteer
                        .named(english)
                        .or(() -> gazetteer.named(pair.han().text()))
                        .map(known -> byId.computeIfAbsent(known.id(), id -> Subject.of(known)))
                        .orElseGet(() -> subject(english));
                subject.calledInChinese(pair.han().text());
                subject.is("person", dotted ? 4 : 1);
                everywhere(subject, pair.han().text());
            }
        }
    }

    private String withoutRoles(String name) {
        return List.of(name.split(" ", -1)).stream()
                .filter(word -> !lists.isRole(word))
                .collect(Collectors.joining(" "));
    }

    /** Foreigners' names in Chinese; one that sounds like somebody named in English is theirs. */
    private void dotted() {
        Set<String> names = new HashSet<>();
        for (DottedNames.Name name : DottedNames.in(folded)) {
            if (!taken[name.start()] && names.size() < MOST_NAMES && names.add(name.text())) {
                Subject subject = english(name.text()).orElseGet(() -> subject(name.text()));
                subject.calledInChinese(name.text());
                subject.is("person", 3);
                everywhere(subject, name.text());
                parts(subject, name.text());
            }
        }
    }

    private Optional<Subject> english(String chinese) {
        return byId.values().stream()
                .filter(subject -> !subject.isKnown() && subject.name().indexOf(' ') > 0)
                .filter(subject -> Transliteration.alike(subject.name(), chinese))
                .findFirst();
    }

    /** Given name and surname alone, where a text has introduced the whole. */
    private void parts(Subject subject, String chinese) {
        for (String part : chinese.split("·", -1)) {
            if (part.length() >= 2) {
                everywhere(subject, part);
            }
        }
    }

    private void works() {
        for (HanNames.Name name : HanNames.works(folded)) {
            if (!taken[name.start()] && !EntityId.of(name.text()).isEmpty()) {
                Subject subject = subject(name.text());
                subject.is("work", 5);
                mention(subject, name.start(), name.end());
            }
        }
    }

    private void latin(List<Name> open) {
        new LatinSubjects(this, latin, lists, titleEnd, titleInChinese).add(open);
    }

    /** Given names and surnames alone of the people named, and of those who host a show that is named. */
    ShortForms shortForms() {
        ShortForms forms = new ShortForms(lists);
        List.copyOf(byId.values()).stream().filter(Subject::isPerson).forEach(forms::add);
        List<String> hosts = byId.values().stream()
                .flatMap(subject -> gazetteer.get(subject.id()).stream())
                .flatMap(entity -> entity.hosts().stream())
                .toList();
        for (String host : hosts) {
            gazetteer
                    .get(host)
                    .map(known -> byId.computeIfAbsent(known.id(), id -> Subject.of(known)))
                    .ifPresent(forms::add);
        }
        return forms;
    }

    /** The one of that name. */
    Subject subject(String name) {
        return byId.computeIfAbsent(EntityId.of(name), id -> Subject.of(name));
    }

    Optional<Subject> get(String name) {
        return Optional.ofNullable(byId.get(EntityId.of(name)));
    }

    String text() {
        return folded;
    }

    void mention(Subject subject, int start, int end) {
        if (start < titleEnd) {
            subject.titled();
        }
        subject.mentioned(clauses.at(start));
        for (int i = start; i < end; i++) {
            taken[i] = true;
        }
    }

    private void everywhere(Subject subject, String name) {
        for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length())) {
            if (!taken[at] && !taken[at + name.length() - 1]) {
                mention(subject, at, at + name.length());
            }
        }
    }
}
