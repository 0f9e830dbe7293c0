/** Documents from files, folders and URLs, pushed to a running system. */
@NullMarked
package parallax.local.push;

import org.jspecify.annotations.NullMarked;
