package parallax.publish.projection;

import java.util.List;
import parallax.events.Evidence;
import parallax.events.StoryChanged;

/** A story's event without what it quotes of one document. */
final class Without {

    private Without() {}

    static StoryChanged document(StoryChanged story, String documentId) {
        List<Evidence> evidence = story.evidence().stream()
                .filter(pair ->
                        !pair.first().equals(documentId) && !pair.second().equals(documentId))
                .toList();
        return new StoryChanged(
                story.storyId(),
                story.version(),
                story.interview(),
                story.members(),
                evidence,
                story.foundedAt(),
                story.receivedAt(),
                story.changedAt());
    }
}
