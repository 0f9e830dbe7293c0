package parallax.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which articles belong together, and why. Always the whole truth about the story, never a difference.
 *
 * @param storyId never reused
 * @param version grows with every change, from 1; a lower version that arrives later is to be ignored
 * @param interview what the members say of it together, or null if the story covers no interview
 * @param members at least one, ordered by document id; no bodies: these travel on {@link Topics#ARTICLES}
 * @param evidence for every pair of members; of a story of more than 20, for the strongest pairs of each member
 * @param near pairs of a member and an article of another story that were nearly put together, strongest first: what an editor may
 *     want to look at
 * @param splitFrom the story out of which this one was taken when it was founded, or null if it was not
 * @param foundedAt when the story's founding article was accepted
 * @param receivedAt when the document that caused this change was accepted, or the decision made
 * @param changedAt when this was decided
 */
public record StoryChanged(
        String storyId,
        long version,
        @Nullable Interview interview,
        List<Member> members,
        List<Evidence> evidence,
        List<Evidence> near,
        @Nullable String splitFrom,
        Instant foundedAt,
        Instant receivedAt,
        Instant changedAt)
        implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.story.changed.v1";

    /** Of an older release there is nothing near. */
    public StoryChanged {
        near = Objects.requireNonNullElse(near, List.of());
    }

    /**
     * An article in the story.
     *
     * @param documentId its document
     * @param revision the revision that was matched
     * @param copyOf the member whose text it repeats, or null if it is a text of its own
     */
    public record Member(
            String documentId, String revision, @Nullable String copyOf) {}

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.STORIES;
    }

    @Override
    public String key() {
        return storyId;
    }

    @Override
    public String eventId() {
        return storyId + "@" + version;
    }
}
