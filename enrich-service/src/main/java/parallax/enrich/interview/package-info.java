/** What an article says of the interview it covers: guests, hosts, show, date, length, recordings, numbers. */
@NullMarked
package parallax.enrich.interview;

import org.jspecify.annotations.NullMarked;
