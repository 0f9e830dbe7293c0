package parallax.enrich.interview;

import java.util.Locale;
import parallax.enrich.text.Folding;

/** A person's name in the form in which names are compared: lower case, simplified. */
public final class NameKey {

    private NameKey() {}

    /** The key of {@code person}. */
    public static String of(Person person) {
        return of(person.name());
    }

    /** The key of {@code name}. */
    public static String of(String name) {
        return Folding.fold(name).toLowerCase(Locale.ROOT);
    }
}
