package parallax.publish.register;

import java.util.Map;
import java.util.Optional;

/**
 * One kind of those to whom something is delivered, as the database knows them: {@link ChannelBook} keeps them on Kafka, for
 * nothing else could tell a database that was lost. Whoever adds, changes or removes one publishes {@link AddresseeChanged} in
 * the same transaction.
 */
public interface Addressees {

    /** Whether an id, as it stands on Kafka, is of this kind. */
    boolean has(String id);

    /** All that are to outlive the database, whole, by id. The same ones make the same texts. */
    Map<String, String> all();

    /** One of them. */
    Optional<String> byId(String id);

    /** Puts one back as it was, if there is none of that id. */
    void restore(String text);
}
