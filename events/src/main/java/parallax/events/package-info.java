/** The contract between the services: what travels on Kafka. Records only; depends on no framework and on nothing of ours. */
@NullMarked
package parallax.events;

import org.jspecify.annotations.NullMarked;
