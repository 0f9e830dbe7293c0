/** The one way to articles.enriched and stories.changed: the outbox's relay. */
@NullMarked
package parallax.enrich.emit;

import org.jspecify.annotations.NullMarked;
