package parallax.ingest.emit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.events.Provenance;
import parallax.ingest.revision.Facts;

/**
 * What we remember of a document: enough to tell new from known, and what is new about it.
 *
 * @param source whose text it is
 * @param facts null if an older release wrote it
 * @param provenance once for each source that delivered it, in the order of their first deliveries
 */
record DocumentRow(
        String id,
        String revision,
        String source,
        Instant receivedAt,
        boolean withdrawn,
        @Nullable Facts facts,
        List<Provenance> provenance) {

    /** Whether this source delivered it before, and allowed then what it allows now. */
    boolean knows(Provenance delivery) {
        return provenance.stream()
                .anyMatch(known -> known.source().equals(delivery.source())
                        && known.rights() == delivery.rights()
                        && Objects.equals(known.licence(), delivery.licence()));
    }

    /** With what this source delivered last. */
    List<Provenance> with(Provenance delivery) {
        List<Provenance> all = new ArrayList<>(provenance);
        all.replaceAll(known -> known.source().equals(delivery.source()) ? delivery : known);
        if (provenance.stream().noneMatch(known -> known.source().equals(delivery.source()))) {
            all.add(delivery);
        }
        return List.copyOf(all);
    }
}
