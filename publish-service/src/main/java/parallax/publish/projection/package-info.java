/** Consumes articles.enriched and stories.changed and keeps the read model; with issue the only package that knows Kafka. */
@NullMarked
package parallax.publish.projection;

import org.jspecify.annotations.NullMarked;
