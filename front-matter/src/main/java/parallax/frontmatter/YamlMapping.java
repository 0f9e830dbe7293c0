package parallax.frontmatter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One block of YAML read into plain values with their places. No type is ever constructed from it. */
final class YamlMapping {

    private final String yaml;
    private final WideColons colons;
    private final int origin;
    private final Limits limits;
    private final LoadSettings settings;
    private int values;

    YamlMapping(String block, int origin, Limits limits) {
        this.colons = WideColons.read(block);
        this.yaml = colons.yaml();
        this.origin = origin;
        this.limits = limits;
        this.settings = LoadSettings.builder()
                .setCodePointLimit(limits.characters())
                // All of it at once: the parser breaks over a character of two halves that its buffer parts.
                .setBufferSize(yaml.length() + 1)
                .setMaxAliasesForCollections(limits.values()) // the values that they stand for are counted below
                .build();
    }

    Map<String, FrontMatter.Field> read() {
        try {
            requireShallow(); // before composing, which recurses
            Node root = new Compose(settings).composeString(yaml).orElse(null);
            if (root == null) {
                return Map.of();
            }
            if (!(root instanceof MappingNode mapping)) {
                throw error(
                        "the front matter is no mapping of names to values, as \"title: An interview\" is; if \"---\" is meant as a rule, put a blank line before it",
                        root);
            }
            Map<String, FrontMatter.Field> fields = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                Node value = entry.getValueNode();
                fields.put(name(entry), new FrontMatter.Field(convert(value, 1), start(value), end(value)));
            }
            return Collections.unmodifiableMap(fields);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().orElse(null);
            throw new FrontMatterException(
                    "the front matter is no YAML: " + e.getProblem()
                            + Widths.hint(yaml, mark == null ? 0 : mark.getLine(), 1),
                    mark == null ? 1 : mark.getLine() + 2,
                    mark == null ? 1 : mark.getColumn() + 1);
        } catch (YamlEngineException e) {
            throw new FrontMatterException("the front matter is no YAML: " + e.getMessage(), 1, 1);
        }
    }

    private void requireShallow() {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            switch (event.getEventId()) {
                case SequenceStart, MappingStart -> depth++;
                case SequenceEnd, MappingEnd -> depth--;
                default -> {}
            }
            if (depth > limits.depth()) {
                Mark mark = event.getStartMark().orElseThrow();
                throw new FrontMatterException(
                        "the front matter nests deeper than " + limits.depth() + " levels; flatten it",
                        mark.getLine() + 2,
                        mark.getColumn() + 1);
            }
        }
    }

    private Object convert(Node node, int depth) {
        // Counted after aliases are followed: ten lines of aliases to aliases may stand for a billion values.
        if (++values > limits.values() || depth > limits.depth()) {
            throw error(
                    "the front matter expands to more than " + limits.values()
                            + " values; write out what its aliases stand for",
                    node);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(item -> list.add(convert(item, depth + 1)));
            return Collections.unmodifiableList(list);
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.getValue().forEach(entry -> map.put(name(entry), convert(entry.getValueNode(), depth + 1)));
            return Collections.unmodifiableMap(map);
        }
        String text = ((ScalarNode) node).getValue();
        boolean isNull = ((ScalarNode) node).isPlain() && (text.equals("~") || text.equals("null"));
        return isNull ? "" : text;
    }

    private String name(NodeTuple entry) {
        if (entry.getKeyNode() instanceof ScalarNode name) {
            return name.getValue();
        }
        throw error("a name in the front matter is a list or a mapping; it must be text", entry.getKeyNode());
    }

    private int start(Node node) {
        return origin + offset(node.getStartMark().orElseThrow());
    }

    private int end(Node node) {
        return origin + offset(node.getEndMark().orElseThrow());
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return colons.origin(
                yaml.offsetByCodePoints(0, Math.min(mark.getIndex(), yaml.codePointCount(0, yaml.length()))));
    }

    private static FrontMatterException error(String message, Node node) {
        Mark mark = node.getStartMark().orElseThrow();
        return new FrontMatterException(message, mark.getLine() + 2, mark.getColumn() + 1);
    }
}
