package parallax.enrich.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parallax.events.Evidence.Span;

/** Where two articles say one thing. */
record InBoth(Span one, Span other) {

    /** Each in the words of the first, with those of the second if they are others. */
    static String quoted(List<InBoth> all) {
        return all.stream().map(InBoth::quote).collect(Collectors.joining(", "));
    }

    /** All places, in pairs. */
    static List<Span> spans(List<InBoth> all) {
        return all.stream().flatMap(both -> Stream.of(both.one(), both.other())).toList();
    }

    private String quote() {
        return one.quote().equalsIgnoreCase(other.quote())
                ? one.quote()
                : "%s (%s)".formatted(one.quote().strip(), other.quote().strip());
    }
}
