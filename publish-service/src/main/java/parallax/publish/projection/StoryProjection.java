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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.delivery.DeliveryQueue;
import parallax.publish.delivery.StoryMoved;
import parallax.publish.story.OutsideStory;

/**
 * Joins the two streams. An article and a story that names it may come to two instances at once: both lock the document, so that
 * the second sees what the first wrote.
 */
@Component
class StoryProjection {

    private final Locks locks;
    private final ArticleRows articles;
    private final StoryRows stories;
    private final DeliveryQueue deliveries;
    private final ReadModelJson json;

    StoryProjection(
            Locks locks, ArticleRows articles, StoryRows stories, DeliveryQueue deliveries, ReadModelJson json) {
        this.locks = locks;
        this.articles = articles;
        this.stories = stories;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** Applies events, in one transaction that the caller opened. */
    void apply(List<Event> events) {
        deliveries.holdChannels();
        locks.documents(documents(events));
        Set<String> named = articles.storiesNaming(articleKeys(events));
        Set<String> concerned = new TreeSet<>(named);
        events.stream().filter(StoryProjection::isStory).map(Event::key).forEach(concerned::add);
        locks.stories(concerned);

        Map<String, Instant> dirty = new TreeMap<>();
        Map<String, StoryRemoved> removed = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof ArticleEnriched article) {
                if (articles.put(article)) {
                    articles.storiesNaming(List.of(article.documentId()))
                            .forEach(id -> dirty.put(id, article.receivedAt()));
                }
            } else if (event instanceof ArticleWithdrawn article) {
                withdraw(article, dirty);
            } else if (event instanceof StoryChanged story) {
                if (stories.offer(story)) {
                    dirty.put(story.storyId(), story.receivedAt());
                    removed.remove(story.storyId());
                }
            } else if (event instanceof StoryRemoved story) {
                if (stories.remove(story)) {
                    removed.put(story.storyId(), story);
                    dirty.remove(story.storyId());
                }
            } else {
                throw new IllegalArgumentException("not an event for publish: " + event.eventType());
            }
        }
        dirty.forEach(this::refresh);
        removed.values().forEach(this::tellRemoved);
    }

    private void withdraw(ArticleWithdrawn article, Map<String, Instant> dirty) {
        if (articles.withdraw(article)) {
            for (String story : articles.storiesNaming(List.of(article.documentId()))) {
                // Evidence quotes the article: with it goes the last of its text.
                stories.rewrite(story, event -> Without.document(event, article.documentId()));
                dirty.put(story, article.withdrawnAt());
            }
        }
    }

    /** Brings what outside sees up to date, and tells the channels when that goes with a version of the story. */
    private void refresh(String storyId, Instant cause) {
        boolean promoted = stories.promote(storyId);
        Optional<StoryChanged> shown = stories.shown(storyId);
        if (shown.isEmpty()) {
            return;
        }
        StoryChanged story = shown.get();
        List<ArticleEnriched> members = articles.shownIn(storyId);
        if (!promoted && !mustChangeAtOnce(story, members)) {
            return;
        }
        Instant changedAt = promoted ? story.changedAt() : cause;
        OutsideStory outside = OutsideStory.of(story, members)
                .map(made -> made.as(story.version(), changedAt))
                .orElse(null);
        String hash = outside == null ? null : json.hash(outside.as(0, Instant.EPOCH));
        StoryRows.Hashes before = stories.hashes(storyId);
        if (!Objects.equals(before.outside(), hash)) {
            stories.outside(storyId, outside, hash, cause);
        }
        if (promoted && !Objects.equals(before.offered(), hash)) {
            stories.offered(storyId, hash);
            deliveries.moved(StoryMoved.changed(story, hash == null));
        }
    }

    /** A takedown or a piece turned draft may not wait for the story's next version; a correction does. */
    private static boolean mustChangeAtOnce(StoryChanged story, List<ArticleEnriched> members) {
        return members.size() < story.members().size() || members.stream().anyMatch(ArticleEnriched::draft);
    }

    private void tellRemoved(StoryRemoved story) {
        @Nullable String offered = stories.hashes(story.storyId()).offered();
        if (offered != null) {
            stories.offered(story.storyId(), null);
            deliveries.moved(StoryMoved.removed(story));
        }
    }

    private static boolean isStory(Event event) {
        return event instanceof StoryChanged || event instanceof StoryRemoved;
    }

    private static Collection<String> articleKeys(List<Event> events) {
        return events.stream().filter(event -> !isStory(event)).map(Event::key).toList();
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
}
