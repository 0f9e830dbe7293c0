package parallax.publish.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.publish.delivery.Delivery;

/**
 * An article as JSON, with its annotations.
 *
 * @param shown whether it goes out
 * @param editor the standing words of editors about it: {@code hold}, {@code release}, {@code lead}
 * @param story that shows it; null if none does yet
 * @param deliveries of that story, newest first
 */
record ArticleView(
        @JsonUnwrapped ArticleEnriched article,
        boolean shown,
        List<String> editor,
        @Nullable String story,
        List<Delivery> deliveries) {}
