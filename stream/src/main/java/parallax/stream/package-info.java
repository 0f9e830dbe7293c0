/** How events travel on Kafka: the CloudEvents envelope, sending, batches of incoming records, dead letters, topics. */
@NullMarked
package parallax.stream;

import org.jspecify.annotations.NullMarked;
