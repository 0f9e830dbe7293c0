/** Keeps channels on Kafka, sealed, so that a database that was lost knows again to whom to deliver. */
@NullMarked
package parallax.publish.register;

import org.jspecify.annotations.NullMarked;
