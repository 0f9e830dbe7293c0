package parallax.frontmatter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a Markdown document, as Hugo, Jekyll and Eleventy write it: YAML between two lines of {@code ---}, TOML between two
 * lines of {@code +++}, a JSON object whose braces stand on lines of their own, or any of them between {@code ---yaml},
 * {@code ---toml} or {@code ---json} and {@code ---}.
 *
 * @param fields by name, in their order; those with a Chinese name ({@code 標題}) by its English one ({@code title}) too
 * @param bodyStart where the text after the header begins, in UTF-16 code units
 */
public record FrontMatter(Map<String, Field> fields, int bodyStart) {

    private static final FrontMatter NONE = new FrontMatter(Map.of(), 0);
    private static final Pattern DASHES = Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)", Pattern.MULTILINE);
    private static final Pattern PLUSES = Pattern.compile("^\\+\\+\\+[ \\t]*(?:\\R|\\z)", Pattern.MULTILINE);
    private static final Pattern BRACE = Pattern.compile("^\\}[ \\t]*(?:\\R|\\z)", Pattern.MULTILINE);

    private static final Reader YAML = (block, limits) -> new YamlMapping(block.text(), block.start(), limits).read();
    private static final Reader TOML =
            (block, limits) -> TreeMapping.toml(limits).read(block);
    private static final Reader JSON =
            (block, limits) -> TreeMapping.json(limits).read(block);

    private static final List<Syntax> SYNTAXES = List.of(
            Syntax.of("---(?:ya?ml)?[ \\t]*\\R", DASHES, YAML),
            Syntax.of("\\+\\+\\+[ \\t]*\\R", PLUSES, TOML),
            Syntax.of("---toml[ \\t]*\\R", DASHES, TOML),
            Syntax.of("---json[ \\t]*\\R", DASHES, JSON),
            Syntax.of("(?=\\{[ \\t]*\\R)", BRACE, (block, limits) -> JSON.read(block.closed("}"), limits)));

    /**
     * A value and where it stands.
     *
     * @param value a {@code String}, or a {@code List} or {@code Map} of such; scalars stay text, for only the reader knows whether {@code 2025-10-17} is a date
     * @param start offset in the document, in UTF-16 code units
     * @param end offset after it
     */
    public record Field(Object value, int start, int end) {}

    /**
     * Reads the front matter of {@code document}, of which there is none unless the first line opens one and another closes it.
     *
     * @throws FrontMatterException if it is no mapping of names to values, or larger than {@code limits}
     */
    public static FrontMatter of(String document, Limits limits) {
        return SYNTAXES.stream()
                .flatMap(syntax -> syntax.read(document, limits).stream())
                .findFirst()
                .orElse(NONE);
    }

    /** From the text of a header to its fields. */
    private interface Reader {
        Map<String, Field> read(Block block, Limits limits);
    }

    /** A way to write a header. */
    private record Syntax(Pattern opens, Pattern closes, Reader reader) {

        static Syntax of(String opens, Pattern closes, Reader reader) {
            return new Syntax(Pattern.compile("\\uFEFF?" + opens), closes, reader);
        }

        Optional<FrontMatter> read(String document, Limits limits) {
            Matcher opening = opens.matcher(document);
            Matcher closing = closes.matcher(document);
            // Not find(), which would look for the beginning at every character of a document that has no header.
            if (!opening.lookingAt() || !closing.find(opening.end())) {
                return Optional.empty();
            }
            if (closing.start() - opening.end() > limits.characters()) {
                throw new FrontMatterException(
                        "the front matter is longer than " + limits.characters() + " characters; move text to the body",
                        1,
                        1);
            }
            int linesBefore = opening.end() > opening.group().stripTrailing().length() ? 1 : 0;
            Block block = new Block(document.substring(opening.end(), closing.start()), opening.end(), linesBefore);
            return Optional.of(new FrontMatter(ChineseNames.known(reader.read(block, limits)), closing.end()));
        }
    }

    /** What stands between the line that opens a header and the one that closes it. */
    record Block(String text, int start, int linesBefore) {

        private Block closed(String with) {
            return new Block(text + with, start, linesBefore);
        }
    }

    /** The field as one line of text; empty if it is missing, blank or no scalar. */
    public Optional<String> text(String name) {
        return field(name).map(Field::value).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The field, unless it is missing or a blank text. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(field -> !(field.value() instanceof String text) || !text.isBlank());
    }

    /** The field as a list of texts: a scalar counts as a list of one, what is no text is left out. */
    public List<String> texts(String name) {
        Object value = field(name).map(Field::value).orElse(List.of());
        List<?> all = value instanceof List<?> list ? list : List.of(value);
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
