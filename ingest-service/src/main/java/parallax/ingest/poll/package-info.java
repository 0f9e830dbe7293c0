/** Visits to feeds: when, what is new there, and what a visit teaches about the source. */
@NullMarked
package parallax.ingest.poll;

import org.jspecify.annotations.NullMarked;
