/** The door of Parallax: accepts documents, identifies them, and emits what is new or changed. */
@NullMarked
package parallax.ingest;

import org.jspecify.annotations.NullMarked;
