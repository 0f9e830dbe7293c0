package parallax.ingest.emit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.events.Provenance;
import parallax.ingest.identity.Inherited;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.identity.Origin;
import parallax.ingest.revision.Facts;

/**
 * What we remember of a document: enough to tell new from known, and what is new about it.
 *
 * @param source whose text it is
 * @param facts null if an older release wrote it
 * @param inherited by source, what it said of all it sends when it delivered this; those that said nothing are left out
 * @param provenance once for each source that delivered it, in the order of their first deliveries
 */
record DocumentRow(
        String id,
        String revision,
        String source,
        Instant receivedAt,
        boolean withdrawn,
        @Nullable Facts facts,
        Map<String, Inherited> inherited,
        List<Provenance> provenance) {

    /** Whether its source delivered it before, and allowed and said then what it does now. */
    boolean knows(NewDocument delivered) {
        Provenance delivery = delivered.provenance();
        boolean saidSo = !source.equals(delivery.source())
                || inherited(source).equals(delivered.origin().inherited());
        return saidSo
                && provenance.stream()
                        .anyMatch(known -> known.source().equals(delivery.source())
                                && known.rights() == delivery.rights()
                                && Objects.equals(known.licence(), delivery.licence()));
    }

    /** What {@code from} said of all it sends. */
    Inherited inherited(String from) {
        return inherited.getOrDefault(from, Inherited.NOTHING);
    }

    /** With what {@code origin}'s source says of all it sends. */
    Map<String, Inherited> inheritedWith(Origin origin) {
        Map<String, Inherited> all = new TreeMap<>(inherited);
        if (origin.inherited().equals(Inherited.NOTHING)) {
            all.remove(origin.source());
        } else {
            all.put(origin.source(), origin.inherited());
        }
        return Map.copyOf(all);
    }

    /** How the source whose text it is delivered it. */
    Provenance owner() {
        return provenance.stream()
                .filter(delivery -> delivery.source().equals(source))
                .findFirst()
                .orElse(provenance.get(0));
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

    /** With what {@code origin}'s source allows now and says of all it sends; a licence that a document names itself stands. */
    List<Provenance> under(Origin origin) {
        return provenance.stream()
                .map(known -> {
                    if (!known.source().equals(origin.source())) {
                        return known;
                    }
                    boolean said = Objects.equals(
                            known.licence(), inherited(origin.source()).licence());
                    return new Provenance(
                            known.source(),
                            known.how(),
                            known.url(),
                            known.fetchedAt(),
                            origin.rights(),
                            said ? origin.licence() : known.licence(),
                            known.hash(),
                            known.feed() == null ? null : origin.feed());
                })
                .toList();
    }

    DocumentRow with(Instant at, Map<String, Inherited> inheritedNow, List<Provenance> provenanceNow) {
        return new DocumentRow(id, revision, source, at, withdrawn, facts, inheritedNow, provenanceNow);
    }

    DocumentRow withdrawnAt(Instant at) {
        return new DocumentRow(id, revision, source, at, true, facts, inherited, provenance);
    }
}
