package parallax.publish.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.EditorDecided;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.decision.Decisions;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoryMoved;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.OutsideStory;

/**
 * Joins the streams. An article and a story that names it may come to two instances at once: both lock the document, so that
 * the second sees what the first wrote.
 */
@Component
public class StoryProjection {

    private final Locks locks;
    private final ArticleRows articles;
    private final StoryRows stories;
    private final Decisions decisions;
    private final DeliveryQueue deliveries;
    private final ReadModelJson json;

    StoryProjection(
            Locks locks,
            ArticleRows articles,
            StoryRows stories,
            Decisions decisions,
            DeliveryQueue deliveries,
            ReadModelJson json) {
        this.locks = locks;
        this.articles = articles;
        this.stories = stories;
        this.decisions = decisions;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** Applies events, in one transaction that the caller opened. */
    public void apply(List<Event> events) {
        deliveries.holdChannels();
        locks.documents(documents(events));
        Set<String> named = articles.storiesNaming(articleKeys(events));
        Set<String> concerned = new TreeSet<>(named);
        events.stream().filter(StoryProjection::isStory).map(Event::key).forEach(concerned::add);
        locks.stories(concerned);

        Map<String, Cause> dirty = new TreeMap<>();
        Map<String, StoryRemoved> removed = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof ArticleEnriched article) {
                if (articles.put(article)) {
                    naming(article.documentId()).forEach(id -> mark(dirty, id, Cause.stream(article.receivedAt())));
                }
            } else if (event instanceof ArticleWithdrawn article) {
                withdraw(article, dirty);
            } else if (event instanceof StoryChanged story) {
                if (stories.offer(story)) {
                    mark(dirty, story.storyId(), Cause.stream(story.receivedAt()));
                    removed.remove(story.storyId());
                }
            } else if (event instanceof StoryRemoved story) {
                if (stories.remove(story)) {
                    removed.put(story.storyId(), story);
                    dirty.remove(story.storyId());
                }
            } else if (event instanceof EditorDecided decision) {
                decide(decision, dirty);
            } else {
                throw new IllegalArgumentException("not an event for publish: " + event.eventType());
            }
        }
        dirty.forEach(this::refresh);
        removed.values().forEach(this::tellRemoved);
    }

    /** What is about the grouping is only kept: enrich obeys it, and stories come of that. */
    private void decide(EditorDecided decision, Map<String, Cause> dirty) {
        if (decisions.put(decision) && !decision.verdict().groups()) {
            for (String document : decision.documents()) {
                articles.reword(document);
                naming(document).forEach(id -> mark(dirty, id, new Cause(decision.decidedAt(), true)));
            }
        }
    }

    private static void mark(Map<String, Cause> dirty, String storyId, Cause cause) {
        dirty.merge(storyId, cause, (before, now) -> new Cause(now.at(), before.editor() || now.editor()));
    }

    private Set<String> naming(String documentId) {
        return articles.storiesNaming(List.of(documentId));
    }

    private void withdraw(ArticleWithdrawn article, Map<String, Cause> dirty) {
        if (articles.withdraw(article)) {
            for (String story : articles.storiesNaming(List.of(article.documentId()))) {
                // Evidence quotes the article: with it goes the last of its text.
                stories.rewrite(story, event -> Without.document(event, article.documentId()));
                mark(dirty, story, Cause.stream(article.withdrawnAt()));
            }
        }
    }

    /** Brings what outside sees up to date, and tells the channels when that goes with a version of the story or an editor's word. */
    private void refresh(String storyId, Cause cause) {
        boolean promoted = stories.promote(storyId);
        Optional<StoryChanged> shown = stories.shown(storyId);
        if (shown.isEmpty()) {
            return;
        }
        StoryChanged story = shown.get();
        List<ArticleEnriched> members = articles.shownIn(storyId);
        EditorsWord word = decisions.word(
                story.members().stream().map(StoryChanged.Member::documentId).toList());
        boolean tells = promoted || cause.editor();
        if (!tells && !mustChangeAtOnce(story, members, word)) {
            return;
        }
        StoryRows.Told before = stories.told(storyId);
        long version = Math.max(version(story.storyId(), story.version()), before.version() + (tells ? 1 : 0));
        Instant changedAt = promoted && !cause.editor() ? story.changedAt() : cause.at();
        OutsideStory outside = OutsideStory.of(story, members, word)
                .map(made -> made.as(version, changedAt))
                .orElse(null);
        String hash = outside == null ? null : json.hash(outside.as(0, Instant.EPOCH));
        if (!Objects.equals(before.outside(), hash)) {
            stories.outside(storyId, outside, hash, cause.at());
        }
        if (tells && !Objects.equals(before.offered(), hash)) {
            stories.tell(storyId, hash, version);
            deliveries.moved(new StoryMoved(
                    storyId, version, hash == null, null, cause.editor() ? cause.at() : story.receivedAt()));
        }
    }

    /** The story's own version, and one more for each time that an editor changed what is shown: the same after a rebuild. */
    private long version(String storyId, long version) {
        return version + decisions.countShowing(storyId);
    }

    /** A takedown or a piece turned draft may not wait for the story's next version; a correction does. */
    private static boolean mustChangeAtOnce(StoryChanged story, List<ArticleEnriched> members, EditorsWord word) {
        return members.size() < story.members().size() || members.stream().anyMatch(article -> !word.shows(article));
    }

    private void tellRemoved(StoryRemoved story) {
        StoryRows.Told before = stories.told(story.storyId());
        if (before.offered() != null) {
            long version = Math.max(version(story.storyId(), story.version()), before.version() + 1);
            stories.tell(story.storyId(), null, version);
            deliveries.moved(new StoryMoved(story.storyId(), version, true, story.mergedInto(), story.receivedAt()));
        }
    }

    private static boolean isStory(Event event) {
        return event instanceof StoryChanged || event instanceof StoryRemoved;
    }

    /** The articles whose showing the events may change, whatever story they stand in. */
    private static Collection<String> articleKeys(List<Event> events) {
        return events.stream()
                .filter(event -> !isStory(event))
                .flatMap(event -> event instanceof EditorDecided decision
                        ? decision.documents().stream()
                        : Stream.of(event.key()))
                .toList();
    }

    private static Set<String> documents(List<Event> events) {
        Set<String> documents = new TreeSet<>(articleKeys(events));
        for (Event event : events) {
            if (event instanceof StoryChanged story) {
                story.members().forEach(member -> documents.add(member.documentId()));
            }
        }
        return documents;
    }

    /**
     * Why a story is looked at.
     *
     * @param editor an editor said so: no version of the story will come that could be waited for
     */
    private record Cause(Instant at, boolean editor) {

        static Cause stream(Instant at) {
            return new Cause(at, false);
        }
    }
}
