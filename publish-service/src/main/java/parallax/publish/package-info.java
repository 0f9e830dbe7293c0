/** Publish-service: joins articles and stories, chooses what goes outside, and brings it to feeds, webhooks and CMS. */
@NullMarked
package parallax.publish;

import org.jspecify.annotations.NullMarked;
