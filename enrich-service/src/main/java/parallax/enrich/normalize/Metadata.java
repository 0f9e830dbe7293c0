package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parallax.enrich.text.TracedText;

/**
 * What a document says of itself outside its text; what was found first stands first.
 *
 * @param values none of them blank
 */
public record Metadata(Map<Field, List<TracedText>> values) {

    static final Metadata NONE = new Metadata(Map.of());

    /** The first value of {@code field}. */
    public Optional<TracedText> first(Field field) {
        return all(field).stream().findFirst();
    }

    /** Every value of {@code field}. */
    public List<TracedText> all(Field field) {
        return values.getOrDefault(field, List.of());
    }

    Metadata with(Field field, TracedText value) {
        TracedText stripped = value.strip();
        if (stripped.isEmpty()) {
            return this;
        }
        Map<Field, List<TracedText>> more = new EnumMap<>(Field.class);
        more.putAll(values);
        List<TracedText> list = new ArrayList<>(all(field));
        list.add(stripped);
        more.put(field, List.copyOf(list));
        return new Metadata(Map.copyOf(more));
    }
}
