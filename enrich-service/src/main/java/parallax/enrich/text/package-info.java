/** Text that knows where in its document each character stands; scripts and their folding. */
@NullMarked
package parallax.enrich.text;

import org.jspecify.annotations.NullMarked;
