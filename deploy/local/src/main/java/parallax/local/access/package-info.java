/** Tokens of the services that run: one secret, made here and known to each of them by its digest only. */
@NullMarked
package parallax.local.access;

import org.jspecify.annotations.NullMarked;
