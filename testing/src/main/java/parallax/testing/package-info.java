/** A real broker and a real PostgreSQL for tests: one of each per test run, shared by all test classes of a module. */
@NullMarked
package parallax.testing;

import org.jspecify.annotations.NullMarked;
