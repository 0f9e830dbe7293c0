package parallax.events;

import java.util.List;

/**
 * Why two articles were, or were nearly, put into one story.
 *
 * @param first document id, the lesser of the two
 * @param second document id, the greater of the two
 * @param score log-odds in nats that both cover one interview: the sum of the terms' weights
 * @param terms strongest first; a weight below zero speaks against
 */
public record Evidence(String first, String second, double score, List<Term> terms) {

    /**
     * One reason.
     *
     * @param kind what was compared: {@code guest}, {@code host}, {@code show}, {@code date}, {@code length}, {@code recording}, {@code numbers} …
     * @param weight nats
     * @param reason a sentence for the editor
     * @param spans the places in the two documents that it rests on
     */
    public record Term(String kind, double weight, String reason, List<Span> spans) {}

    /**
     * A place in a document.
     *
     * @param documentId the document
     * @param start offset of the first character in the document's content, in Unicode code points
     * @param end offset after the last character, in Unicode code points
     * @param quote the content from {@code start} to {@code end}, to the letter
     */
    public record Span(String documentId, int start, int end, String quote) {}
}
