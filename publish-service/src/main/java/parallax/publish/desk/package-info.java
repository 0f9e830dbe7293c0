/** The newsroom desk: the web page that shows stories, and why their articles are together. */
@NullMarked
package parallax.publish.desk;

import org.jspecify.annotations.NullMarked;
