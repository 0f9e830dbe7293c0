/** Document to article: each kind of document is read into one form, clean of what is not the article. */
@NullMarked
package parallax.enrich.normalize;

import org.jspecify.annotations.NullMarked;
