/** Documents over HTTP: the wire forms, the adapter to a document of ours, and refusals as problem details. */
@NullMarked
package parallax.ingest.http;

import org.jspecify.annotations.NullMarked;
