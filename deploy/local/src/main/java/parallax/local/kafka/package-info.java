/** A real Kafka broker in KRaft mode, data on disk. */
@NullMarked
package parallax.local.kafka;

import org.jspecify.annotations.NullMarked;
