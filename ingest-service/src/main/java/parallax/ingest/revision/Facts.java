package parallax.ingest.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import parallax.events.FieldChange;

/**
 * What a document says.
 *
 * @param fields by name: {@code title}, {@code author}, {@code published}, {@code language}, {@code draft}, {@code tags}; those that it has
 * @param body digest of its text without what only lays it out
 * @param length of that text in characters
 */
public record Facts(Map<String, String> fields, String body, int length) {

    /** What is different in {@code later}; nothing if both say the same. */
    public List<FieldChange> changes(Facts later) {
        List<FieldChange> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(fields.keySet());
        names.addAll(later.fields.keySet());
        for (String name : names) {
            String before = fields.get(name);
            String after = later.fields.get(name);
            if (!Objects.equals(before, after)) {
                changes.add(new FieldChange(name, before, after));
            }
        }
        if (!body.equals(later.body)) {
            changes.add(new FieldChange("body", Integer.toString(length), Integer.toString(later.length)));
        }
        return changes;
    }
}
