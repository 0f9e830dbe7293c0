package parallax.enrich.story;

import java.util.NavigableSet;
import java.util.TreeSet;
import parallax.enrich.interview.InterviewFacts;

/** What two articles must share to be compared at all. */
public final class BlockKeys {

    private BlockKeys() {}

    /** The keys of an article; none if it covers no interview. */
    public static NavigableSet<String> of(InterviewFacts facts) {
        NavigableSet<String> keys = new TreeSet<>();
        if (facts.coversInterview()) {
            facts.guests().forEach(guest -> keys.add("guest:" + guest.value().id()));
            facts.recordings().forEach(recording -> keys.add("recording:" + recording.value()));
        }
        return keys;
    }
}
