/** The one way out to addresses that strangers name: guarded, without redirects, and never longer than allowed. */
@NullMarked
package parallax.egress;

import org.jspecify.annotations.NullMarked;
