/** Going to other people's servers: one visitor a host, in the order robots.txt asks for, within limits of size and time. */
@NullMarked
package parallax.ingest.fetch;

import org.jspecify.annotations.NullMarked;
