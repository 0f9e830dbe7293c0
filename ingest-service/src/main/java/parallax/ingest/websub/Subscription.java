package parallax.ingest.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of ours at a hub.
 *
 * @param id in the address that the hub calls; known to it and us
 * @param secret that the hub signs with
 * @param liveUntil when its lease ends
 * @param toldAt when the hub last told of news
 */
record Subscription(
        String source,
        String id,
        String hub,
        String topic,
        String secret,
        State state,
        Instant askedAt,
        @Nullable Instant liveUntil,
        @Nullable Instant toldAt) {

    /** How it stands. */
    enum State {
        ASKED,
        LIVE,
        DENIED
    }

    boolean live(Instant now) {
        return state == State.LIVE && liveUntil != null && liveUntil.isAfter(now);
    }

    @Override
    public String toString() {
        return "Subscription[source=" + source + ", hub=" + hub + ", state=" + state + "]";
    }
}
