package parallax.frontmatter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** A block of TOML or JSON read into plain values. All of them stand where the block stands: their parsers tell no closer. */
final class TreeMapping {

    private static final Pattern NAME_WITHOUT_QUOTES = Pattern.compile("^\\s*\\p{IsHan}[^\"=]*=");

    private final String name;
    private final ObjectMapper mapper;
    private final Limits limits;
    private int values;

    private TreeMapping(String name, ObjectMapper mapper, Limits limits) {
        this.name = name;
        this.mapper = mapper;
        this.limits = limits;
    }

    static TreeMapping toml(Limits limits) {
        return new TreeMapping(
                "TOML",
                TomlMapper.builder(TomlFactory.builder()
                                .streamReadConstraints(constraints(limits))
                                .build())
                        .build(),
                limits);
    }

    static TreeMapping json(Limits limits) {
        return new TreeMapping(
                "JSON",
                JsonMapper.builder(JsonFactory.builder()
                                .streamReadConstraints(constraints(limits))
                                .build())
                        .build(),
                limits);
    }

    /** The fields of {@code block}. */
    Map<String, FrontMatter.Field> read(FrontMatter.Block block) {
        JsonNode root;
        try {
            root = mapper.readTree(block.text());
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String why = e.getOriginalMessage() == null
                    ? "unreadable"
                    : e.getOriginalMessage().lines().findFirst().orElse("unreadable");
            throw new FrontMatterException(
                    "the front matter is no " + name + ": " + why + hint(block, at),
                    at == null ? 1 : Math.max(1, at.getLineNr()) + block.linesBefore(),
                    at == null ? 1 : Math.max(1, at.getColumnNr()));
        }
        Map<String, FrontMatter.Field> fields = new LinkedHashMap<>();
        root.forEachEntry((field, value) -> {
            if (!value.isNull()) {
                fields.put(
                        field,
                        new FrontMatter.Field(
                                convert(value),
                                block.start(),
                                block.start() + block.text().length()));
            }
        });
        return Collections.unmodifiableMap(fields);
    }

    private static String hint(FrontMatter.Block block, @Nullable TokenStreamLocation at) {
        int line = at == null ? 0 : Math.max(0, at.getLineNr() - 1);
        String wide = Widths.hint(block.text(), line, block.linesBefore());
        return wide.isEmpty()
                        && block.text()
                                .lines()
                                .skip(line)
                                .findFirst()
                                .filter(NAME_WITHOUT_QUOTES.asPredicate())
                                .isPresent()
                ? "; a name with other letters than a to z stands in quotes: \"標題\" = …"
                : wide;
    }

    private Object convert(JsonNode node) {
        if (++values > limits.values()) {
            throw new FrontMatterException("the front matter has more than " + limits.values() + " values", 1, 1);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(one -> list.add(convert(one)));
            return Collections.unmodifiableList(list);
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.forEachEntry((field, value) -> map.put(field, convert(value)));
            return Collections.unmodifiableMap(map);
        }
        return node.asString("");
    }

    private static StreamReadConstraints constraints(Limits limits) {
        return StreamReadConstraints.builder().maxNestingDepth(limits.depth()).build();
    }
}
