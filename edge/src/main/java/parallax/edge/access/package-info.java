/** Who may call: bearer tokens with scopes and an end, how many calls each may make, and the interface to manage them. */
@NullMarked
package parallax.edge.access;

import org.jspecify.annotations.NullMarked;
