package parallax.publish.delivery;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many deliveries to one channel are under way at once. A channel that does not answer gets one at a time, until it answers
 * again: many that hang together would otherwise hold all of our threads. A story that hangs where others are answered gets in by a
 * door of its own, so that its next attempts hold up none of these.
 */
final class Gate {

    /** More stories than this that hang at one channel are a channel that hangs. */
    private static final int SUSPECTS = 1000;

    private final int most;
    private final Set<String> suspects = new LinkedHashSet<>();
    private int inside;
    private boolean suspectInside;
    private boolean answering = true;
    private long lastAnswer = Long.MIN_VALUE;

    Gate(int most) {
        this.most = most;
    }

    /**
     * Lets one in; null if there is no room. A channel that answers will have room in a moment, which is waited for.
     *
     * @param patience how long
     */
    @Nullable
    Visit enter(String story, Duration patience) throws InterruptedException {
        synchronized (this) {
            if (suspects.contains(story)) {
                if (suspectInside) {
                    return null;
                }
                suspectInside = true;
                return new Visit(story, true);
            }
            long until = System.nanoTime() + patience.toNanos();
            while (inside >= (answering ? most : 1)) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (!answering || left <= 0) {
                    return null;
                }
                wait(left);
            }
            inside++;
            return new Visit(story, false);
        }
    }

    /** One delivery inside. */
    final class Visit {

        private final String story;
        private final boolean suspect;
        private final long started = System.nanoTime();

        private Visit(String story, boolean suspect) {
            this.story = story;
            this.suspect = suspect;
        }

        /** The channel said something, whatever it was. */
        void answered() {
            synchronized (Gate.this) {
                lastAnswer = System.nanoTime();
                answering = true;
                suspects.remove(story);
            }
        }

        /** The channel said nothing for long. */
        void hung() {
            synchronized (Gate.this) {
                if (suspects.size() < SUSPECTS) {
                    suspects.add(story);
                }
                if (lastAnswer < started) {
                    answering = false;
                }
            }
        }

        void leave() {
            synchronized (Gate.this) {
                if (suspect) {
                    suspectInside = false;
                } else {
                    inside--;
                    Gate.this.notifyAll();
                }
            }
        }
    }
}
