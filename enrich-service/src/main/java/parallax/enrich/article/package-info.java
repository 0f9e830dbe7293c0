/** All that can be said of one document alone: its enriched article and its interview facts. */
@NullMarked
package parallax.enrich.article;

import org.jspecify.annotations.NullMarked;
