/** What the user of the command line sees: steps, progress, tables. */
@NullMarked
package parallax.local.console;

import org.jspecify.annotations.NullMarked;
