/** Every test, and those against real counterparts that this machine can have. */
@NullMarked
package parallax.local.verify;

import org.jspecify.annotations.NullMarked;
