package parallax.publish.story;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a reader must be told about how a text was made, in words. */
public final class Label {

    private static final Map<String, String> WORDS =
            Map.of("machine-summary", "Machine-made summary", "asr-transcript", "Automatic transcript");

    private static final Set<String> MACHINE_MADE = WORDS.keySet();

    private Label() {}

    /** {@code labels} in words; one that is not known is shown as it is. */
    public static List<String> words(Collection<String> labels) {
        return labels.stream()
                .map(label -> WORDS.getOrDefault(label, label.replace('-', ' ')))
                .toList();
    }

    static boolean machineMade(Collection<String> labels) {
        return labels.stream().anyMatch(MACHINE_MADE::contains);
    }
}
