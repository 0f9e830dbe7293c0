/** The commands of ./parallax. */
@NullMarked
package parallax.local.cli;

import org.jspecify.annotations.NullMarked;
