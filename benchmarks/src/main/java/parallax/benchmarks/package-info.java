/** How fast, each figure with a ratio to a limit measured in the same run. */
@NullMarked
package parallax.benchmarks;

import org.jspecify.annotations.NullMarked;
