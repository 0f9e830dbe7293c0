/** Webhook endpoints after Standard Webhooks: registration, signing, sending. */
@NullMarked
package parallax.publish.webhook;

import org.jspecify.annotations.NullMarked;
