package parallax.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook endpoint, CMS channel or WebSub subscription was registered, changed or removed: publish's own record, by which a
 * database that was lost knows again to whom to deliver.
 *
 * @param channelId whose
 * @param sealed all of it, encrypted, for it holds secrets; null if the channel was removed
 * @param keptAt when
 */
public record ChannelKept(String channelId, @Nullable String sealed, Instant keptAt) implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.channel.kept.v1";

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.CHANNELS;
    }

    @Override
    public String key() {
        return channelId;
    }

    @Override
    public String eventId() {
        return channelId + "@" + keptAt;
    }
}
