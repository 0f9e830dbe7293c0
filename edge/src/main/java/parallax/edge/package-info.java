/** The door of every HTTP service: bearer token, problem details, management. */
@NullMarked
package parallax.edge;

import org.jspecify.annotations.NullMarked;
