package parallax.publish.projection;

import java.util.List;
import parallax.events.Evidence;
import parallax.events.StoryChanged;

/** A story's event without what it quotes of one document. */
final class Without {

    private Without() {}

    static StoryChanged document(StoryChanged story, String documentId) {
        return new StoryChanged(
                story.storyId(),
                story.version(),
                story.interview(),
                story.members(),
                without(story.evidence(), documentId),
                without(story.near(), documentId),
                story.splitFrom(),
                story.foundedAt(),
                story.receivedAt(),
                story.changedAt());
    }

    private static List<Evidence> without(List<Evidence> evidence, String documentId) {
        return evidence.stream()
                .filter(pair ->
                        !pair.first().equals(documentId) && !pair.second().equals(documentId))
                .toList();
    }
}
