/** CMS channels: each story's lead as a post. */
@NullMarked
package parallax.publish.cms;

import org.jspecify.annotations.NullMarked;
