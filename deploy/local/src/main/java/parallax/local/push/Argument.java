package parallax.local.push;

/**
 * What is to be pushed.
 *
 * @param text a file, a folder or a web address
 * @param prefix with which the ids of its documents begin
 */
public record Argument(String text, String prefix) {}
