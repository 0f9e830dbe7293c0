/** What the service answers when it refuses: one family of exceptions, mapped to problem details in one place. */
@NullMarked
package parallax.publish.problem;

import org.jspecify.annotations.NullMarked;
