/** Recognising coverage of one interview: pairs, evidence, groups, story identities. Pure: no framework, no Kafka, no SQL. */
@NullMarked
package parallax.enrich.story;

import org.jspecify.annotations.NullMarked;
