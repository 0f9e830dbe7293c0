package parallax.ingest.emit;

import java.time.Instant;

/** What we remember of a document: enough to tell new from known. */
record DocumentRow(String id, String revision, String source, Instant receivedAt, boolean withdrawn) {}
