package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.stream.Batches;

/**
 * Fills an empty database from what Kafka kept: stories as they were last told, so that each keeps its id, and articles read anew
 * from their documents. In one transaction: a restoration that is broken off has not happened. What fails in it for a reason of its
 * own is undone back to a savepoint and put aside, as {@link Batches} has it, and the rest is restored.
 */
@Component
public class Restoration {

    private static final Logger log = LoggerFactory.getLogger(Restoration.class);

    /** Any number, so long as it is the same in every instance and no other lock's. */
    private static final long OWNER = 0x0B0C_FEED;

    /** So many articles are linked, or grouped, together when all are. */
    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final ArticleTable articles;
    private final StoryTable stories;
    private final StoryStore store;
    private final Batches batches;
    private final TransactionTemplate savepoint;

    Restoration(
            JdbcClient jdbc,
            ArticleTable articles,
            StoryTable stories,
            StoryStore store,
            Batches batches,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.stories = stories;
        this.store = store;
        this.batches = batches;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Whether the database holds nothing. */
    public boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from article) or exists (select 1 from story)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Restores, unless another instance has meanwhile.
     *
     * @param told the last event of each story
     * @param kept hands every decision and the last revision of every document on, in batches; again each time it is called. What it
     *     hands them to undoes what it did before it throws, and may be handed each by itself then
     */
    @Transactional
    public void restore(Collection<Event> told, Consumer<Consumer<List<Change>>> kept) {
        jdbc.sql("select pg_advisory_xact_lock(:owner)")
                .param("owner", OWNER)
                .query((row, n) -> n)
                .list();
        if (!isEmpty()) {
            return;
        }
        List<StoryChanged> living = new ArrayList<>();
        for (Event event : told) {
            if (event instanceof StoryChanged story) {
                stories.restore(story);
                living.add(story);
            } else if (event instanceof StoryRemoved story) {
                stories.restore(story);
            }
        }
        kept.accept(undoing(store::restore));
        Set<String> unlinked = link(articles.all());
        if (!unlinked.isEmpty()) {
            linkOneByOne(unlinked, kept);
        }
        living.forEach(story -> Write.all(
                jdbc,
                List.of(ArticleTable.assign(story.members().stream()
                        .collect(Collectors.toMap(StoryChanged.Member::documentId, member -> story.storyId()))))));
        group(articles.all());
        log.info("restored {} stories from Kafka", living.size());
    }

    /** Links all; tells which cannot be, be it by a fault of theirs or of one that they are compared with. */
    private Set<String> link(List<String> documents) {
        NavigableSet<String> unlinked = new TreeSet<>();
        slices(documents)
                .forEach(slice -> batches.handle(
                        slice,
                        undoing(some -> store.relink(some, Set.of())),
                        (document, cause, attempts) -> unlinked.add(document)));
        return unlinked;
    }

    /** Takes them out and puts them in as if they came now, so that of two which cannot be compared one stays. */
    private void linkOneByOne(Set<String> unlinked, Consumer<Consumer<List<Change>>> kept) {
        log.warn("{} articles cannot be linked as they are and are taken one by one: {}", unlinked.size(), unlinked);
        store.forget(unlinked);
        kept.accept(undoing(changes -> store.restoreLinked(changes.stream()
                .filter(change ->
                        change instanceof Change.Received received && unlinked.contains(received.documentId()))
                .toList())));
    }

    /** Groups all anew. A story that cannot be stays as it was told. */
    private void group(List<String> documents) {
        StoryStore.Regrouping regrouping = store.regrouping();
        slices(documents)
                .forEach(slice -> batches.handle(
                        slice,
                        undoing(regrouping::group),
                        (document, cause, attempts) -> log.error(
                                "{} cannot be grouped; the story it stands in stays as it was told", document, cause)));
    }

    private static List<List<String>> slices(List<String> all) {
        List<List<String>> slices = new ArrayList<>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            slices.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
        }
        return slices;
    }

    private <T> Consumer<T> undoing(Consumer<T> work) {
        return what -> savepoint.executeWithoutResult(status -> work.accept(what));
    }
}
