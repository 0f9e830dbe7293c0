/** What editors decided, as publish keeps it: an index over editor.decisions. */
@NullMarked
package parallax.publish.decision;

import org.jspecify.annotations.NullMarked;
