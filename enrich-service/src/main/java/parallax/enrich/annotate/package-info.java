/** Which entities an article names and which topics it is about. */
@NullMarked
package parallax.enrich.annotate;

import org.jspecify.annotations.NullMarked;
