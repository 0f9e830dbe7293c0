package parallax.publish.catalog;

import java.util.List;
import java.util.Optional;
import parallax.publish.story.InsideStory;

/**
 * Some of the stories.
 *
 * @param next where the following page begins; empty on the last
 */
public record Page(List<InsideStory> stories, Optional<Cursor> next) {}
