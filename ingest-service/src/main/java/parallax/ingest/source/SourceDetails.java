package parallax.ingest.source;

import java.util.List;

/**
 * What is looked up for one source, and not for each of a list.
 *
 * @param documents how many came of it
 * @param underWay whether it is being visited
 */
record SourceDetails(long documents, boolean underWay, List<SourceWarning> warnings) {}
