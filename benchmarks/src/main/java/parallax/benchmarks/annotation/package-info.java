/** How well articles are annotated: topics and entities against an editor's labels, and one script against the other. */
@NullMarked
package parallax.benchmarks.annotation;

import org.jspecify.annotations.NullMarked;
