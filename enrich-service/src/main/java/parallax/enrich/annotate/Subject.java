package parallax.enrich.annotate;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Something that an article names, and where: an entity in the making. */
final class Subject {

    private final String id;
    private final @Nullable KnownEntity known;
    private final Set<Integer> clauses = new TreeSet<>();
    private final Map<String, Integer> types = new HashMap<>();
    private String name;
    private @Nullable String chinese;
    private int mentions;
    private int labels;
    private boolean titled;
    private boolean field;

    private Subject(String id, String name, @Nullable KnownEntity known) {
        this.id = id;
        this.name = name;
        this.known = known;
    }

    static Subject of(KnownEntity known) {
        return new Subject(known.id(), known.english(), known);
    }

    static Subject of(String name) {
        return new Subject(EntityId.of(name), name, null);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean isKnown() {
        return known != null;
    }

    /** Its Chinese name, if the text gives one to a name in English. */
    void calledInChinese(String other) {
        chinese = chinese == null ? other : chinese;
    }

    void mentioned(int clause) {
        mentions++;
        clauses.add(clause);
    }

    void speaks() {
        labels++;
    }

    void titled() {
        titled = true;
    }

    void inField() {
        field = true;
    }

    /** Something speaks for its being a person, organisation, …. */
    void is(String type, int weight) {
        types.merge(type, weight, Integer::sum);
    }

    /** Whether the article itself names it; a text that it was only looked for in does not. */
    boolean isFound() {
        return mentions > 0 || field;
    }

    boolean isTitled() {
        return titled;
    }

    boolean isInField() {
        return field;
    }

    int mentions() {
        return mentions;
    }

    /** Turns of a dialogue that it is the label of. */
    int labels() {
        return labels;
    }

    /** Which clauses name it, in order. */
    Set<Integer> clauses() {
        return clauses;
    }

    /** The likeliest type; {@code product} where nothing speaks for any. */
    String type() {
        if (known != null) {
            return known.type();
        }
        return types.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("product");
    }

    boolean isPerson() {
        return type().equals("person");
    }

    Labels labelled() {
        if (known != null) {
            return known.labels();
        }
        return chinese == null ? Labels.of(name) : Labels.of(name, chinese);
    }

    @Nullable
    String wikidata() {
        return known == null ? null : known.wikidata();
    }
}
