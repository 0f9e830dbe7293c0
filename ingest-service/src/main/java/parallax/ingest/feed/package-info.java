/** What a feed says, in whatever form and however badly: RSS, RDF, Atom, JSON Feed and sitemaps become one {@link parallax.ingest.feed.Feed}. */
@NullMarked
package parallax.ingest.feed;

import org.jspecify.annotations.NullMarked;
