package parallax.publish.register;

/** One of the {@link Addressees} was added, changed or removed, in the transaction that is under way. */
public record AddresseeChanged(String id) {}
