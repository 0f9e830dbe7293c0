/** Which document this is: its id, its canonical URL, its revision, its source. */
@NullMarked
package parallax.ingest.identity;

import org.jspecify.annotations.NullMarked;
