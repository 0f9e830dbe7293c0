/** The one way to documents.raw, and the table that tells new from known. */
@NullMarked
package parallax.ingest.emit;

import org.jspecify.annotations.NullMarked;
