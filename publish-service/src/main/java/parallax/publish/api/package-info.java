/** Stories and articles as JSON. */
@NullMarked
package parallax.publish.api;

import org.jspecify.annotations.NullMarked;
