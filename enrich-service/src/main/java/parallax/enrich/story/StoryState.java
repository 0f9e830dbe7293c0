package parallax.enrich.story;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.events.Evidence;
import parallax.events.Interview;
import parallax.events.StoryChanged;

/**
 * A story as it stands.
 *
 * @param id never reused
 * @param version of what was last said of it; 0 before anything was
 * @param foundedAt when its founding article was accepted
 * @param splitFrom the story out of which it was taken when it was founded, or null
 * @param content what was last said; null before anything was
 */
public record StoryState(
        String id,
        long version,
        Instant foundedAt,
        @Nullable String splitFrom,
        @Nullable Content content) {

    /**
     * What is said of a story.
     *
     * @param interview what the members say together, or null if they cover none
     * @param members ordered by document id
     * @param evidence for the pairs of members, see {@link StoryChanged}
     * @param near pairs with an article of another story that were nearly put together, the strongest first
     */
    public record Content(
            @Nullable Interview interview,
            List<StoryChanged.Member> members,
            List<Evidence> evidence,
            List<Evidence> near) {

        /** What a story of an older release said has nothing near. */
        public Content {
            near = Objects.requireNonNullElse(near, List.of());
        }
    }
}
