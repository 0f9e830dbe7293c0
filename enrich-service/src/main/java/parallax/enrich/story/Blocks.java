package parallax.enrich.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The articles whose words weigh those of a pair: of the guests that both may have. */
final class Blocks {

    /** So many of a guest's articles say what that guest always says. */
    static final int SAMPLE = 20;

    private final Library library;
    private final Map<NavigableSet<String>, Block> blocks = new HashMap<>();
    private final Map<List<Member>, Block> ofSame = new HashMap<>();

    Blocks(Library library) {
        this.library = library;
    }

    /** Of two articles. */
    Block of(Profile a, Profile b) {
        NavigableSet<String> shared = shared(a, b);
        return shared.isEmpty() ? Block.NONE : blocks.computeIfAbsent(shared, this::read);
    }

    /** Reads at once what is asked of each of {@code some} with each of its others. */
    void foresee(Map<Member, ? extends Collection<Member>> some) {
        NavigableSet<String> guests = new TreeSet<>();
        some.forEach((one, others) -> others.forEach(other -> guests.addAll(shared(one.profile(), other.profile()))));
        holders(guests);
    }

    /** The same of every two articles of each of these sets. */
    void foresee(Collection<? extends Collection<Member>> sets) {
        NavigableSet<String> guests = new TreeSet<>();
        for (Collection<Member> set : sets) {
            NavigableSet<String> seen = new TreeSet<>();
            set.forEach(member -> member.profile().guests().stream()
                    .filter(guest -> !seen.add(guest))
                    .forEach(guests::add));
        }
        holders(guests);
    }

    private Block read(NavigableSet<String> guests) {
        return ofSame.computeIfAbsent(
                holders(guests),
                articles -> new Block(articles.stream().map(Member::profile).toList()));
    }

    private List<Member> holders(Collection<String> guests) {
        NavigableSet<String> holders = new TreeSet<>();
        library.holders(guests, SAMPLE).values().forEach(holders::addAll);
        return library.members(holders);
    }

    private static NavigableSet<String> shared(Profile a, Profile b) {
        NavigableSet<String> shared = new TreeSet<>(a.guests());
        shared.retainAll(b.guests());
        return shared;
    }
}
