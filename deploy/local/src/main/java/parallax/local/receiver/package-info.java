/** A small webhook receiver that verifies signatures, for the demo. */
@NullMarked
package parallax.local.receiver;

import org.jspecify.annotations.NullMarked;
