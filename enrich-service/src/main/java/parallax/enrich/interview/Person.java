package parallax.enrich.interview;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A person as we know them.
 *
 * @param id the gazetteer's, else made from the name
 * @param name for people to read
 * @param known whether the gazetteer has them: of a person in no gazetteer there are few interviews, of a famous one many
 * @param aliases further names that do not sound like {@code name}, as an article told: 郑明远（Calvin Jeng）
 */
public record Person(String id, String name, boolean known, List<String> aliases) {

    /** What was read by an older release has no aliases. */
    public Person {
        aliases = List.copyOf(Objects.requireNonNullElse(aliases, List.of()));
    }

    /** By one name. */
    public Person(String id, String name, boolean known) {
        this(id, name, known, List.of());
    }

    /** The same by {@code others} as well. */
    public Person alsoCalled(List<String> others) {
        return new Person(
                id,
                name,
                known,
                Stream.concat(aliases.stream(), others.stream()).distinct().toList());
    }

    /** All names. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}
