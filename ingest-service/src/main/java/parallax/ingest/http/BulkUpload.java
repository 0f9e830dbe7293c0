package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.emit.Congestion;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.emit.Outcomes;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** A body of any length, one JSON object a line, read, accepted and answered chunk by chunk. */
@Component
class BulkUpload {

    private final BoundedBody body;
    private final ContentCoding coding;
    private final Congestion congestion;
    private final SubmissionJson json;
    private final SubmissionAdapter adapter;
    private final DocumentAcceptor acceptor;
    private final Outcomes outcomes;
    private final JsonMapper answers;
    private final int chunkLines;
    private final long maxAnswers;

    BulkUpload(
            BoundedBody body,
            ContentCoding coding,
            Congestion congestion,
            SubmissionJson json,
            SubmissionAdapter adapter,
            DocumentAcceptor acceptor,
            Outcomes outcomes,
            JsonMapper answers,
            IngestSettings settings) {
        this.body = body;
        this.coding = coding;
        this.congestion = congestion;
        this.json = json;
        this.adapter = adapter;
        this.acceptor = acceptor;
        this.outcomes = outcomes;
        this.answers = answers;
        this.chunkLines = settings.bulkLines();
        this.maxAnswers = settings.maxBulkAnswers().toBytes();
    }

    void take(HttpServletRequest request, HttpServletResponse response, @Nullable String trace) throws IOException {
        LineReader lines = new LineReader(coding.unpacked(request), body.maxJson());
        LineReader.Line first = next(lines); // what is wrong from the first byte on is answered as such
        response.setContentType("application/x-ndjson");
        try (AnswerStream out = new AnswerStream(response.getOutputStream())) {
            take(first, lines, out, new Chunk(acceptor, congestion, outcomes, answers, trace, out));
            out.finish();
        }
    }

    private void take(LineReader.@Nullable Line first, LineReader lines, AnswerStream out, Chunk chunk)
            throws IOException {
        LineReader.Line line = first;
        while (line != null) {
            if (out.written() > maxAnswers) {
                chunk.refuse(line.number(), tooLong());
                break;
            }
            byte[] bytes = line.bytes();
            if (bytes == null || !isBlank(bytes)) { // a blank line is no document, and many tools end with one
                chunk.add(
                        line.number(),
                        () -> adapter.adapt(json.read(body.line(bytes))),
                        bytes == null ? 0 : bytes.length);
            }
            // By size as well: two hundred of the largest documents would not fit into memory.
            if (chunk.lines() >= chunkLines || chunk.bytes() >= body.maxJson()) {
                chunk.finish();
            }
            try {
                line = next(lines);
            } catch (Refusal e) { // the lines before it count, and the sender has to be told where it broke
                chunk.refuse(line.number() + 1, e);
                line = null;
            }
        }
        chunk.finish();
    }

    private Malformed tooLong() {
        return new Malformed(
                "too-many-lines",
                "Too many lines",
                "The answers to the lines before take more than parallax.ingest.max-bulk-answers (" + (maxAnswers >> 20)
                        + " MB); from here on nothing was taken. Send the rest in another body.");
    }

    private static LineReader.@Nullable Line next(LineReader lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw BoundedBody.cutShort();
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
