/** What enrich costs: its stages beside one segmentation, and its matching as the library grows. */
@NullMarked
package parallax.benchmarks.enrich;

import org.jspecify.annotations.NullMarked;
