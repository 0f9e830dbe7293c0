/** Feeds: one model, adapters for RSS 2.0, Atom, JSON Feed and OPML. */
@NullMarked
package parallax.publish.feed;

import org.jspecify.annotations.NullMarked;
