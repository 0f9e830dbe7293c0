/** Webhook endpoints after Standard Webhooks: registration, signing, sending, and the guard against addresses within. */
@NullMarked
package parallax.publish.webhook;

import org.jspecify.annotations.NullMarked;
