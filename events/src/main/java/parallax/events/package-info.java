/** The contract between the services: what travels on Kafka, and which files are documents at all; depends on no framework and on nothing of ours. */
@NullMarked
package parallax.events;

import org.jspecify.annotations.NullMarked;
