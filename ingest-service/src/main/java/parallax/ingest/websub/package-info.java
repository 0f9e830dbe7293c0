/** WebSub: hubs are asked to tell us of news, so that feeds need not be asked for it so often. */
@NullMarked
package parallax.ingest.websub;

import org.jspecify.annotations.NullMarked;
