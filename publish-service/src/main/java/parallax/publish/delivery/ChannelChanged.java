package parallax.publish.delivery;

/** A channel was registered, changed or removed, in the transaction that is under way. */
public record ChannelChanged(String channelId) {}
