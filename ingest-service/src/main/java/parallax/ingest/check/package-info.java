/** What a text must be for every stage after us to read it safely: UTF-8, readable front matter, no bottomless nesting. */
@NullMarked
package parallax.ingest.check;

import org.jspecify.annotations.NullMarked;
