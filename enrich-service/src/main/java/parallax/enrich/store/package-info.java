/** The enrich database: articles, their keys, stories, outbox. */
@NullMarked
package parallax.enrich.store;

import org.jspecify.annotations.NullMarked;
