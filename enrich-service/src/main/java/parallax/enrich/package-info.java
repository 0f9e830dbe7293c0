/** Enrich: normalises, annotates, and recognises coverage of one interview as one story. */
@NullMarked
package parallax.enrich;

import org.jspecify.annotations.NullMarked;
