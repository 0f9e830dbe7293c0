package parallax.ingest.folder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was seen last.
 *
 * @param path within the folder, with / between its parts
 * @param modified nanoseconds since 1970
 * @param revision SHA-256 of its bytes
 * @param policy what the source allowed then
 * @param documentId null if it never was a document
 * @param problem why it is refused as it is
 * @param missingSince when it was first found gone
 */
record KnownFile(
        String path,
        long size,
        long modified,
        String revision,
        String policy,
        @Nullable String documentId,
        @Nullable String problem,
        @Nullable Instant missingSince) {

    boolean isAsBefore(Listing.Found found, String policyNow) {
        return size == found.size() && modified == found.modified() && policy.equals(policyNow);
    }
}
