/** Sources: what is known of each, its rights policy, and the interface to manage them. */
@NullMarked
package parallax.ingest.source;

import org.jspecify.annotations.NullMarked;
