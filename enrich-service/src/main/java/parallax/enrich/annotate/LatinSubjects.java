package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import parallax.enrich.annotate.LatinNames.Name;

/** Which of the things written like names in Latin letters an article makes a name of, and of what kind they are. */
final class LatinSubjects {

    /** A name of several words is one if it is repeated; a single word must be repeated more often, for many words are capitalised. */
    private static final int REPEATED = 2;

    private static final int OFTEN = 3;

    /** Where an article introduces those it is about, in characters. */
    private static final int LEAD = 1500;

    private static final Pattern FOUNDED =
            Pattern.compile("\\A ?(?:公司)?(?:的)?(?:联合|共同)?(?:创始人|创办人|CEO|首席执行官|(?i:founder|co-founder|ceo)\\b)");
    private static final Pattern FOUNDER_OF =
            Pattern.compile("(?i:\\b(?:founder|co-founder|ceo|founder (?:and|&) ceo)) (?:of|@|at) \\z");
    private static final Pattern ORGANISATION = Pattern.compile(
            "\\A.{0,2}(?:公司|团队|联合创始人|创始人|创办|的?首席|员工|工程师|CEO|COO|CTO|CPO|(?i: (?:ceo|cto|coo|cpo|founder|co-founder|inc|raised|team|employees|hired|acquired)\\b))");
    private static final Pattern AT_ORGANISATION = Pattern.compile(
            "(?:公司|加入|创办|创立|成立|就职于|任职于|收购|供职|(?i:\\b(?:at|joined|founded|founder of|ceo of|acquired|company|companies like|startup|worked for|works for|left|built)))[ :，,]{0,2}\\z");
    private static final Pattern PRODUCT =
            Pattern.compile("\\A.{0,2}(?:模型|平台|工具|应用|系统|框架|编辑器|软件|产品|(?i: (?:app|model|tool|platform|api)\\b))");
    private static final Pattern PERSON = Pattern.compile(
            "\\A.{0,2}(?:说|认为|指出|提到|表示|强调|坦言|解释|分享|回忆|透露|觉得|先生|女士|教授|博士"
                    + "|(?i: (?:said|says|thinks|believes|told|argues|explains|talks|joins)\\b"
                    + "|,? (?:is|was) (?:the |an? )?(?:co-)?(?:founder|ceo|author|host)|, (?:the )?(?:co-)?(?:founder|ceo|author)))");
    private static final Pattern OF_PERSON = Pattern.compile(
            "(?:专访|对话|嘉宾|主持人|作者|创始人|(?i:\\b(?:said|says|asked|guest|host|author|interview with|joined by|with guest)))[ :：]{0,2}\\z|\\| \\z");

    private final Subjects subjects;
    private final LatinNames latin;
    private final WordLists lists;
    private final int titleEnd;
    private final boolean titleInChinese;

    LatinSubjects(Subjects subjects, LatinNames latin, WordLists lists, int titleEnd, boolean titleInChinese) {
        this.subjects = subjects;
        this.latin = latin;
        this.lists = lists;
        this.titleEnd = titleEnd;
        this.titleInChinese = titleInChinese;
    }

    void add(List<Name> open) {
        Map<String, List<Name>> byId = new TreeMap<>();
        for (Name name : open) {
            String id = EntityId.of(name.text());
            if (!id.isEmpty()) {
                byId.computeIfAbsent(id, key -> new ArrayList<>()).add(name);
            }
        }
        List<List<Name>> single = new ArrayList<>();
        for (List<Name> names : byId.values()) {
            if (names.get(0).words().size() == 1) {
                single.add(names);
            } else if (isNamed(names)) {
                found(names);
            }
        }
        Map<String, Subject> shortForms = shortForms();
        for (List<Name> names : single) {
            Subject whole = shortForms.get(names.get(0).text());
            if (whole != null) {
                names.forEach(name -> mention(whole, name));
            } else if (isNamedInOneWord(names)) {
                found(names);
            }
        }
    }

    private boolean isNamed(List<Name> names) {
        boolean titled =
                names.stream().anyMatch(this::isTitle) && (names.size() >= REPEATED || titleNames(names.get(0)));
        return titled
                || (names.size() >= REPEATED && names.stream().anyMatch(name -> !isHeading(name)))
                || names.stream().anyMatch(Name::label)
                || subjects.get(names.get(0).text()).isPresent()
                || isPersonal(names.get(0).words());
    }

    private boolean isNamedInOneWord(List<Name> names) {
        String word = names.get(0).text();
        if (subjects.get(word).isPresent()) {
            return true;
        }
        if (word.length() < 3 || isAbbreviation(word) || lists.isLone(word)) {
            return false;
        }
        long inside = names.stream()
                .filter(name -> !name.afterStop() && !isTitle(name))
                .count();
        long labels = names.stream().filter(Name::label).count();
        boolean titled = names.stream().anyMatch(name -> isTitle(name) && titleNames(name));
        return 4L * latin.lowerCase(word) <= inside
                && (inside >= OFTEN
                        || labels >= OFTEN
                        || (titled && inside >= 1)
                        || names.stream().anyMatch(this::isFounded));
    }

    /** Somebody's company, named where the article introduces them. */
    private boolean isFounded(Name name) {
        return name.start() < LEAD
                && !name.afterStop()
                && (FOUNDED.matcher(after(name)).find()
                        || FOUNDER_OF.matcher(before(name)).find());
    }

    private String before(Name name) {
        return subjects.text().substring(Math.max(0, name.start() - 14), name.start());
    }

    private String after(Name name) {
        return subjects.text().substring(name.end(), Math.min(subjects.text().length(), name.end() + 20));
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
        return titleInChinese
                || Pattern.compile("(?:[|(,:-] ?|(?i:with ))\\z")
                        .matcher(before)
                        .find();
    }

    /** A line that is nothing but the name, or begins and ends like a heading, capitalises every word. */
    private boolean isHeading(Name name) {
        String text = subjects.text();
        int lineEnd = text.indexOf('\n', name.end());
        boolean begins = name.start() == 0 || text.charAt(name.start() - 1) == '\n';
        return begins && (lineEnd < 0 ? text.length() : lineEnd) - name.end() < 3 && !name.label();
    }

    /** Given name and surname. */
    private boolean isPersonal(List<String> words) {
        return words.size() <= 3
                && lists.isGivenName(words.get(0))
                && words.stream()
                        .allMatch(word -> Character.isUpperCase(word.charAt(0))
                                && !lists.isImpersonal(word)
                                && !lists.isPlain(word));
    }

    private void found(List<Name> names) {
        Subject subject = subjects.subject(names.get(0).text());
        List<String> words = names.get(0).words();
        if (isPersonal(words) && words.size() > 1) {
            subject.is("person", 6);
        } else if (words.stream().anyMatch(lists::isImpersonal)) {
            subject.is("organisation", 1);
        }
        for (Name name : names) {
            mention(subject, name);
            String after = after(name);
            if (ORGANISATION.matcher(after).find()
                    || AT_ORGANISATION.matcher(before(name)).find()) {
                subject.is("organisation", 1);
            }
            if (PRODUCT.matcher(after).find()) {
                subject.is("product", 1);
            }
            if (PERSON.matcher(after).find()
                    || (words.size() > 1 && OF_PERSON.matcher(before(name)).find())) {
                subject.is("person", 2);
            }
        }
    }

    private void mention(Subject subject, Name name) {
        subjects.mention(subject, name.start(), name.end());
        if (name.label()) {
            subject.speaks();
            subject.is("person", 1);
        }
    }

    /** Given names and surnames that only one person of the article has. */
    private Map<String, Subject> shortForms() {
        Map<String, Subject> forms = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Subject subject : subjects.all()) {
            if (subject.isPerson()) {
                for (String word : subject.name().split("[ ]", -1)) {
                    if (word.length() >= 3 && !lists.isPlain(word)) {
                        Subject other = forms.put(word, subject);
                        if (other != null && other != subject) {
                            shared.add(word);
                        }
                    }
                }
            }
        }
        shared.forEach(forms::remove);
        return forms;
    }
}
