package parallax.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/** Items for feeds. Those made last are kept: feeds that are narrowed in many ways have them in common. */
@Component
class FeedItems {

    private final FeedShelf shelf;
    private final String base;

    /** By their heads' marks. */
    private final Cache<String, Written> made;

    FeedItems(FeedShelf shelf, PublishSettings settings) {
        this.shelf = shelf;
        this.base = settings.itemBase();
        this.made = Caffeine.newBuilder()
                .maximumWeight(settings.feed().cache().toBytes())
                .weigher((String mark, Written item) -> item.weight())
                .build();
    }

    /** The items of {@code heads}, in their order; what left meanwhile is left out. */
    Told of(FeedKind kind, List<FeedShelf.Head> heads) {
        List<Written> items = new ArrayList<>(heads.size());
        for (FeedShelf.Head head : heads) {
            Written item = made.getIfPresent(head.mark());
            if (item == null) {
                return read(kind, heads);
            }
            items.add(item);
        }
        return new Told(items, true);
    }

    private Told read(FeedKind kind, List<FeedShelf.Head> heads) {
        Map<String, Written> kept =
                made.getAllPresent(heads.stream().map(FeedShelf.Head::mark).toList());
        Map<String, FeedShelf.Found> news = shelf.read(
                kind,
                heads.stream().filter(head -> !kept.containsKey(head.mark())).toList(),
                base,
                Wording.CODES);
        boolean exact = true;
        List<Written> items = new ArrayList<>(heads.size());
        for (FeedShelf.Head head : heads) {
            Written item = kept.get(head.mark());
            FeedShelf.@Nullable Found found = news.get(head.id());
            if (item == null && found != null) {
                item = new Written(found.item());
                if (found.token().equals(head.token())) {
                    made.put(head.mark(), item);
                } else { // it has just changed
                    exact = false;
                }
            }
            if (item == null) {
                exact = false;
            } else {
                items.add(item);
            }
        }
        return new Told(items, exact);
    }

    /**
     * Items that were asked for.
     *
     * @param exact they are just what their heads say, none changed or left since
     */
    record Told(List<Written> items, boolean exact) {}
}
