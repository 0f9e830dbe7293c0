/** Fitted weights: what they are and how they are shipped. */
@NullMarked
package parallax.enrich.model;

import org.jspecify.annotations.NullMarked;
