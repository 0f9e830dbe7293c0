package parallax.publish.delivery;

/** A kind of channel. */
public interface Channel {

    /** Stands in {@link StoredChannel#kind()}. */
    String kind();

    /** Tag of the metrics: {@code webhook} or {@code cms}. */
    String family();

    /** Makes one attempt. Whatever goes wrong outside is an {@link Outcome}; what is thrown counts as {@link Outcome.Retry}. */
    Outcome deliver(Parcel parcel);
}
