/** The YAML header of a Markdown document, read within limits. Ingest refuses with it at the door, enrich reads with it. */
@NullMarked
package parallax.frontmatter;

import org.jspecify.annotations.NullMarked;
