/** Watched folders: what lies in them, what has changed, moved or gone since, and the documents that it makes. */
@NullMarked
package parallax.ingest.folder;

import org.jspecify.annotations.NullMarked;
