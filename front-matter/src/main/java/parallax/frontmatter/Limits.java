package parallax.frontmatter;

/**
 * How large a front matter may be.
 *
 * @param characters of the block, in UTF-16 code units
 * @param depth of nested lists and mappings
 * @param values after every alias is followed
 */
public record Limits(int characters, int depth, int values) {

    /** 64 Ki characters, 20 levels, 10,000 values. */
    public static final Limits DEFAULT = new Limits(65_536, 20, 10_000);
}
