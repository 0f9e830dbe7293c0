package parallax.enrich.interview;

import parallax.enrich.text.TracedText;
import parallax.enrich.text.TracedText.Place;
import parallax.events.Evidence.Span;

/** Turns places in a document into spans: code points counted, words quoted. */
final class Quoter {

    private static final int LONGEST_QUOTE = 200;

    private final String documentId;
    private final String content;
    private final int[] codePoints;

    Quoter(String documentId, String content) {
        this.documentId = documentId;
        this.content = content;
        this.codePoints = new int[content.length() + 1];
        for (int i = 0; i < content.length(); i++) {
            codePoints[i + 1] = codePoints[i] + (Character.isLowSurrogate(content.charAt(i)) ? 0 : 1);
        }
    }

    Span span(TracedText text, int start, int end) {
        return span(text.place(start, end));
    }

    Span span(TracedText text) {
        return span(text.place());
    }

    private Span span(Place place) {
        int start = Math.min(place.start(), content.length());
        int end = Math.min(Math.max(place.end(), start), Math.min(content.length(), start + LONGEST_QUOTE));
        if (end < content.length() && end > 0 && Character.isHighSurrogate(content.charAt(end - 1))) {
            end++;
        }
        return new Span(
                documentId,
                codePoints[start],
                codePoints[start] + content.codePointCount(start, end),
                content.substring(start, end));
    }
}
