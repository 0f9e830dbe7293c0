/** How well articles are grouped into stories: the real domain code over a labelled folder. */
@NullMarked
package parallax.benchmarks.grouping;

import org.jspecify.annotations.NullMarked;
