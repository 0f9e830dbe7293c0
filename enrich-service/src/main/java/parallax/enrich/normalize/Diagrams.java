package parallax.enrich.normalize;

import java.util.regex.Pattern;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** Takes the source of diagrams out: it is no prose, and its words would be counted as such. */
final class Diagrams {

    private static final Seeker DIAGRAM = new Seeker(Pattern.compile(
                    "<Mermaid_Diagram>.*?(?:</Mermaid_Diagram>|\\z)|```(?:mermaid|plantuml|dot|graphviz)\\b.*?(?:```|\\z)",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE))
            .anywhere("<`");

    private Diagrams() {}

    static boolean in(TracedText text) {
        return mayHold(text) && DIAGRAM.isIn(text.toString());
    }

    static Reading read(Reading reading) {
        return mayHold(reading.text()) ? reading.withText(reading.text().remove(DIAGRAM)) : reading;
    }

    private static boolean mayHold(TracedText text) {
        return text.contains("<") || text.contains("```");
    }
}
