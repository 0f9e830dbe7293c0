/** From documents.raw and editor.decisions: batches, annotation in parallel, dead letters. */
@NullMarked
package parallax.enrich.intake;

import org.jspecify.annotations.NullMarked;
