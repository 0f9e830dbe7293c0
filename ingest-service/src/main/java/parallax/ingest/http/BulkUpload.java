package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.emit.Outcomes;
import tools.jackson.databind.json.JsonMapper;

/** A body of any length, one JSON object a line, read, accepted and answered chunk by chunk. */
@Component
class BulkUpload {

    private final BoundedBody body;
    private final SubmissionJson json;
    private final SubmissionAdapter adapter;
    private final DocumentAcceptor acceptor;
    private final Outcomes outcomes;
    private final JsonMapper answers;
    private final int chunkLines;

    BulkUpload(
            BoundedBody body,
            SubmissionJson json,
            SubmissionAdapter adapter,
            DocumentAcceptor acceptor,
            Outcomes outcomes,
            JsonMapper answers,
            IngestSettings settings) {
        this.body = body;
        this.json = json;
        this.adapter = adapter;
        this.acceptor = acceptor;
        this.outcomes = outcomes;
        this.answers = answers;
        this.chunkLines = settings.bulkLines();
    }

    void take(HttpServletRequest request, HttpServletResponse response, @Nullable String trace) throws IOException {
        response.setContentType("application/x-ndjson");
        Chunk chunk = new Chunk(acceptor, outcomes, answers, trace, response.getOutputStream());
        LineReader lines = new LineReader(request.getInputStream(), body.maxJson());
        for (LineReader.Line line = next(lines); line != null; line = next(lines)) {
            byte[] bytes = line.bytes();
            if (bytes != null && isBlank(bytes)) {
                continue; // a blank line is no document, and many tools end with one
            }
            chunk.add(
                    line.number(), () -> adapter.adapt(json.read(body.line(bytes))), bytes == null ? 0 : bytes.length);
            // By size as well: two hundred of the largest documents would not fit into memory.
            if (chunk.lines() >= chunkLines || chunk.bytes() >= body.maxJson()) {
                chunk.finish();
            }
        }
        chunk.finish();
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
