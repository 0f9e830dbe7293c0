/** The read model: what the service knows of stories and articles, in PostgreSQL. */
@NullMarked
package parallax.publish.catalog;

import org.jspecify.annotations.NullMarked;
