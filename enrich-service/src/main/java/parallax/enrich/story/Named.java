package parallax.enrich.story;

import java.util.List;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.NameKey;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;

/**
 * A person as an article names them, ready to be held against others.
 *
 * @param fact the person
 * @param keys their names in the form in which names are compared
 */
record Named(Fact<Person> fact, List<String> keys) {

    static Named of(Fact<Person> fact) {
        return new Named(fact, fact.value().names().stream().map(NameKey::of).toList());
    }

    double confidence() {
        return fact.confidence();
    }

    /** The name by which the article calls them. */
    String key() {
        return keys.get(0);
    }

    /** How likely they are one person, by any of their names: 0 to 1. */
    double alike(Named other) {
        if (fact.value().id().equals(other.fact.value().id())) {
            return 1;
        }
        double best = 0;
        for (String name : keys) {
            for (String another : other.keys) {
                best = Math.max(best, NameLikeness.of(name, another));
            }
        }
        return best;
    }
}
