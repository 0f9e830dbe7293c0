package parallax.publish.issue;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A feed reader: what it takes for a new item. */
abstract class Reader {

    private final String name;

    /** How often it showed an item as new, by guid. */
    private final Map<String, Integer> shown = new HashMap<>();

    Reader(String name) {
        this.name = name;
    }

    /** Readers by what they know items by. */
    static List<Reader> all() {
        return List.of(
                new ByKey("guid", Entry::guid),
                new ByKey("link", Entry::link),
                new ByKey(
                        "hash",
                        entry -> Integer.toHexString(
                                (entry.guid() + "\n" + entry.link() + "\n" + entry.published()).hashCode())),
                new ByKey("guid+feed", entry -> entry.feed() + " " + entry.guid()),
                new ByDate());
    }

    final void poll(List<Entry> entries) {
        news(entries).forEach(entry -> shown.merge(entry.guid(), 1, Integer::sum));
    }

    abstract List<Entry> news(List<Entry> entries);

    final Map<String, Integer> shown() {
        return shown;
    }

    @Override
    public String toString() {
        return name;
    }

    /** An entry as it stands in the feed. */
    record Entry(String feed, String guid, String link, Instant published) {}

    private static final class ByKey extends Reader {

        private final Function<Entry, String> key;
        private final Set<String> known = new HashSet<>();

        ByKey(String name, Function<Entry, String> key) {
            super(name);
            this.key = key;
        }

        @Override
        List<Entry> news(List<Entry> entries) {
            return entries.stream().filter(entry -> known.add(key.apply(entry))).toList();
        }
    }

    /** Takes for new what is younger than the youngest it has seen. */
    private static final class ByDate extends Reader {

        private Instant youngest = Instant.MIN;

        ByDate() {
            super("date");
        }

        @Override
        List<Entry> news(List<Entry> entries) {
            List<Entry> news = entries.stream()
                    .filter(entry -> entry.published().isAfter(youngest))
                    .toList();
            news.stream().map(Entry::published).max(Instant::compareTo).ifPresent(date -> youngest = date);
            return news;
        }
    }
}
