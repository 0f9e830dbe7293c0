/** A real PostgreSQL server from its embedded binaries, data on disk. */
@NullMarked
package parallax.local.postgres;

import org.jspecify.annotations.NullMarked;
