/** Why we take something not: one family of exceptions, each saying what, where and how to mend it. */
@NullMarked
package parallax.ingest.refusal;

import org.jspecify.annotations.NullMarked;
