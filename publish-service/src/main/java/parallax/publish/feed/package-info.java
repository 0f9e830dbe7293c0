/** Feeds: one model, adapters for RSS 2.0, Atom, JSON Feed and OPML, pages for browsers, and a hub that tells of changes. */
@NullMarked
package parallax.publish.feed;

import org.jspecify.annotations.NullMarked;
