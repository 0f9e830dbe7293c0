/** The effort to bring each change of a story to each channel: queue, retries, order, log. */
@NullMarked
package parallax.publish.delivery;

import org.jspecify.annotations.NullMarked;
