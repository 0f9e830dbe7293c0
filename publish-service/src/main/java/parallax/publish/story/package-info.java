/** What a story is and what of it may go outside: pure, free of frameworks. */
@NullMarked
package parallax.publish.story;

import org.jspecify.annotations.NullMarked;
