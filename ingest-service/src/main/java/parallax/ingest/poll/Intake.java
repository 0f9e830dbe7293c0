package parallax.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.emit.Acceptance;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.emit.Outcomes;
import parallax.ingest.feed.Feed;
import parallax.ingest.feed.FeedItem;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.identity.Sha256;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.source.Source;

/** Takes what is new in a feed, the newest first, some items at a time; within those the oldest goes out first. */
@Component
class Intake {

    private static final String LACKING = "~";
    private static final String REFUSED = "item-refused";

    private final ItemTable items;
    private final WaitingTable waitingItems;
    private final ItemDocuments documents;
    private final DocumentAcceptor acceptor;
    private final Outcomes outcomes;
    private final IngestSettings settings;

    Intake(
            ItemTable items,
            WaitingTable waitingItems,
            ItemDocuments documents,
            DocumentAcceptor acceptor,
            Outcomes outcomes,
            IngestSettings settings) {
        this.items = items;
        this.waitingItems = waitingItems;
        this.documents = documents;
        this.acceptor = acceptor;
        this.outcomes = outcomes;
        this.settings = settings;
    }

    /**
     * What came of it.
     *
     * @param accepted items that are new or changed
     * @param waiting items that have to wait for the next visit
     * @param lacking items that were taken without their page, which is asked for again in the next visit
     */
    record Taken(int accepted, int waiting, int lacking) {

        static final Taken NOTHING = new Taken(0, 0, 0);

        Taken plus(Taken other) {
            return new Taken(accepted + other.accepted, waiting + other.waiting, lacking + other.lacking);
        }
    }

    /**
     * Takes the feed's news.
     *
     * @throws TryLater if it cannot be recorded; what was taken before stays taken
     */
    Taken take(Visit visit, Feed feed) {
        visit.holds(feed.items());
        List<FeedItem> ordered = new ArrayList<>(feed.items());
        ordered.sort(Comparator.<FeedItem, Instant>comparing(
                        item -> Objects.requireNonNullElse(item.published(), Instant.MAX))
                .reversed()); // stable: most feeds have the newest first, so that undated ones keep their order
        Taken taken = Taken.NOTHING;
        int size = settings.bulkLines();
        for (int from = 0; from < ordered.size(); from += size) {
            taken = taken.plus(
                    take(visit, feed.format(), ordered.subList(from, Math.min(ordered.size(), from + size))));
        }
        return taken;
    }

    /** Takes, after all that has come, what waited for its page and has left the feed meanwhile. */
    Taken takeLeft(Visit visit) {
        WaitingTable.Left left = waitingItems.left(visit.source().name(), visit.items(), settings.bulkLines());
        Taken taken = new Taken(0, left.more(), 0);
        for (Map.Entry<String, List<FeedItem>> its : left.byFormat().entrySet()) {
            taken = taken.plus(take(visit, its.getKey(), its.getValue()));
        }
        return taken;
    }

    private Taken take(Visit visit, String format, List<FeedItem> some) {
        String source = visit.source().name();
        Map<String, ItemTable.Seen> seen =
                items.seen(source, some.stream().map(FeedItem::key).toList());
        List<ItemTable.Seen> remembered = new ArrayList<>();
        Map<String, NewDocument> news = new HashMap<>();
        List<NewDocument> inOrder = new ArrayList<>();
        Map<String, String> fingerprints = new HashMap<>();
        List<FeedItem> waiting = new ArrayList<>();
        int lacking = 0;
        for (FeedItem item : some) {
            ItemTable.Seen before = seen.get(item.key());
            String fingerprint = fingerprint(item, visit.source());
            if (before != null && before.fingerprint().equals(fingerprint)) {
                continue;
            }
            try {
                ItemDocuments.Made made =
                        documents.make(visit, item, format, before == null ? null : before.documentId());
                String known = made.lacking() ? lacking(before, fingerprint) : fingerprint;
                lacking += known.equals(fingerprint) ? 0 : 1;
                mends(visit, before, made.lacking());
                news.put(item.key(), made.document());
                fingerprints.put(item.key(), known);
            } catch (ItemDocuments.Later e) {
                waiting.add(item);
            } catch (Refusal e) {
                outcomes.rejected();
                visit.warnOnce(REFUSED, "\"" + item.title() + "\" cannot be a document: " + e.detail());
                remembered.add(new ItemTable.Seen(item.key(), fingerprint, null));
            }
        }
        tellApart(visit, news);
        for (int i = some.size() - 1; i >= 0; i--) {
            FeedItem item = some.get(i);
            NewDocument document = news.get(item.key());
            if (document != null) {
                inOrder.add(document);
                remembered.add(new ItemTable.Seen(
                        item.key(), Objects.requireNonNull(fingerprints.get(item.key())), document.id()));
            }
        }
        int accepted = accept(inOrder);
        if (!remembered.isEmpty()) {
            items.remember(source, remembered, visit.at());
        }
        waitingItems.keep(source, format, some, waiting);
        return new Taken(accepted, waiting.size(), lacking);
    }

    private static void mends(Visit visit, ItemTable.@Nullable Seen before, boolean lacking) {
        if (before != null && before.documentId() == null) {
            visit.mends(REFUSED);
        }
        if (before != null && before.fingerprint().contains(LACKING) && !lacking) {
            visit.mends(ItemDocuments.PAGE_MISSING);
        }
    }

    /** A fingerprint that differs from the item's, so that its page is asked for again; after some tries the item's own. */
    private String lacking(ItemTable.@Nullable Seen before, String fingerprint) {
        String mark = fingerprint + LACKING;
        int tries = before != null && before.fingerprint().startsWith(mark)
                ? Integer.parseInt(before.fingerprint().substring(mark.length())) + 1
                : 1;
        return tries < settings.polling().pageTries() ? mark + tries : fingerprint;
    }

    private int accept(List<NewDocument> documents) {
        int accepted = 0;
        if (!documents.isEmpty()) {
            for (Acceptance acceptance : acceptor.accept(documents, null)) {
                accepted += acceptance.status().equals("accepted") ? 1 : 0;
            }
        }
        return accepted;
    }

    /** Two items with one address, at the same time or one after the other, are two documents all the same. */
    private void tellApart(Visit visit, Map<String, NewDocument> news) {
        if (news.isEmpty()) {
            return;
        }
        Map<String, String> owners = items.keysByDocument(
                visit.source().name(),
                news.values().stream().map(NewDocument::id).toList());
        Set<String> taken = new HashSet<>();
        news.replaceAll((key, document) -> {
            String owner = owners.get(document.id());
            boolean another = (owner != null && !owner.equals(key)) || !taken.add(document.id());
            if (!another) {
                return document;
            }
            visit.warnOnce(
                    "link-shared",
                    "The link " + document.url() + " stands for more than one item; they are told apart otherwise.");
            return document.called(ItemDocuments.ownId(visit.source(), key));
        });
    }

    /** Of all that the feed says of the item and its source allows: where it is the same, nothing else needs to be looked at. */
    private static String fingerprint(FeedItem item, Source source) {
        String policy = source.policy() + " " + source.fullText();
        return Sha256.hex(item.toString().getBytes(UTF_8), policy.getBytes(UTF_8))
                .substring(0, 32);
    }
}
