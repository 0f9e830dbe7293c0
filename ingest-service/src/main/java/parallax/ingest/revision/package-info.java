/** What a document says, to tell a new revision from the same words in other bytes. Free of frameworks. */
@NullMarked
package parallax.ingest.revision;

import org.jspecify.annotations.NullMarked;
