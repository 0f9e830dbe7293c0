/** Requests that are sent again: the same Idempotency-Key gives the same answer. */
@NullMarked
package parallax.ingest.repeat;

import org.jspecify.annotations.NullMarked;
