/** The parts that run on this machine: ports, folders, processes, and who watches over them. */
@NullMarked
package parallax.local.system;

import org.jspecify.annotations.NullMarked;
