package parallax.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of YAML in which names end with the colon of Chinese keyboards: {@code 標題：訪談}. No YAML has a line of that kind among its
 * names, so it is plain what is meant; within values the colon is text and stays.
 *
 * @param yaml with colons as YAML has them
 * @param inserted where a blank was put in, as offsets in {@code yaml}
 */
record WideColons(String yaml, List<Integer> inserted) {

    /** A name at the start of a line; no colon of YAML's own comes behind it. */
    private static final Pattern NAME =
            Pattern.compile("^[\\p{L}\\p{N}_][\\p{L}\\p{N}_ -]{0,59}(：)(?!.*:(?: |$))", Pattern.MULTILINE);

    static WideColons read(String block) {
        if (block.indexOf('：') < 0) {
            return new WideColons(block, List.of());
        }
        StringBuilder yaml = new StringBuilder(block.length() + 16);
        List<Integer> inserted = new ArrayList<>();
        int from = 0;
        Matcher names = NAME.matcher(block);
        while (names.find()) {
            yaml.append(block, from, names.start(1)).append(':');
            from = names.end(1);
            if (from < block.length() && !Character.isWhitespace(block.charAt(from))) {
                inserted.add(yaml.length());
                yaml.append(' ');
            }
        }
        return new WideColons(yaml.append(block, from, block.length()).toString(), inserted);
    }

    /** Where in the block that was read the character at {@code offset} stands. */
    int origin(int offset) {
        return offset - (int) inserted.stream().filter(at -> at < offset).count();
    }
}
