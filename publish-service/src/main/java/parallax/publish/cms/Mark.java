package parallax.publish.cms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A comment in a post by which we know it again, and whether it still is as we wrote it, even when our own memory of it
 * is lost.
 *
 * @param id of the story
 * @param terms that we gave the post: what an editor took off again is not given again
 * @param seals of what it says
 */
record Mark(String id, List<String> terms, Seals seals) {

    private static final Pattern MARK =
            Pattern.compile("\\s*<!-- parallax id=(\\S+) terms=([0-9a-z:,]*) seals=(" + Seals.FORM + ") -->\\s*");

    /** The mark of a post that says just this. */
    static Mark of(String storyId, Iterable<String> terms, Seals seals) {
        TreeSet<String> sorted = new TreeSet<>();
        terms.forEach(sorted::add);
        return new Mark(word(storyId), List.copyOf(sorted), seals);
    }

    /** That stands in a post's content. */
    static Optional<Mark> in(String content) {
        Matcher mark = MARK.matcher(content);
        return mark.find()
                ? Seals.parse(mark.group(3))
                        .map(seals -> new Mark(
                                mark.group(1),
                                Arrays.stream(mark.group(2).split(",", -1))
                                        .filter(term -> !term.isEmpty())
                                        .toList(),
                                seals))
                : Optional.empty();
    }

    /** One word, without what would end a comment; the same for ever. */
    static String word(String storyId) {
        return storyId.matches("[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*") && storyId.length() <= 100
                ? storyId
                : "story-" + Seal.hash(storyId).substring(0, 32);
    }

    /** The slug under which a post of that word is made, in whichever CMS has slugs. */
    static String slug(String word) {
        return "parallax-" + word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String without(String content) {
        return MARK.matcher(content).replaceFirst("");
    }

    String appendedTo(String content) {
        return content + "\n<!-- parallax id=" + id + " terms=" + terms.stream().collect(Collectors.joining(","))
                + " seals=" + seals + " -->";
    }
}
