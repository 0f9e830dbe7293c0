/** Gives each change of a feed's item its place and its date, once and for ever, and keeps both on feeds.issued. */
@NullMarked
package parallax.publish.issue;

import org.jspecify.annotations.NullMarked;
