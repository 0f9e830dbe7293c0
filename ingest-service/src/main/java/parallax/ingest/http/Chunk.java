package parallax.ingest.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import parallax.ingest.emit.Acceptance;
import parallax.ingest.emit.Congestion;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.emit.Outcomes;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TooBusy;
import parallax.ingest.refusal.TryLater;
import tools.jackson.databind.json.JsonMapper;

/** Some lines of a bulk upload that are accepted together; answers in their order, good and bad mixed. */
final class Chunk {

    private final DocumentAcceptor acceptor;
    private final Congestion congestion;
    private final Outcomes outcomes;
    private final JsonMapper json;
    private final @Nullable String trace;
    private final OutputStream out;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;
    private @Nullable Refusal given;

    Chunk(
            DocumentAcceptor acceptor,
            Congestion congestion,
            Outcomes outcomes,
            JsonMapper json,
            @Nullable String trace,
            OutputStream out) {
        this.acceptor = acceptor;
        this.congestion = congestion;
        this.outcomes = outcomes;
        this.json = json;
        this.trace = trace;
        this.out = out;
    }

    /** A line: the document, or why there is none. */
    private record Entry(
            int line,
            @Nullable NewDocument document,
            @Nullable Refusal refusal) {}

    void add(int line, Supplier<NewDocument> read, int size) {
        if (given != null) {
            entries.add(new Entry(line, null, given)); // Kafka is away: to try each chunk would take for ever
            return;
        }
        try {
            entries.add(new Entry(line, read.get(), null));
            bytes += size;
        } catch (Refusal refusal) {
            outcomes.rejected();
            entries.add(new Entry(line, null, refusal));
        }
    }

    void refuse(int line, Refusal why) {
        outcomes.rejected();
        entries.add(new Entry(line, null, why));
    }

    int lines() {
        return entries.size();
    }

    long bytes() {
        return bytes;
    }

    void finish() throws IOException {
        Iterator<Acceptance> acceptances = accept().iterator();
        for (Entry entry : entries) {
            Refusal refusal = entry.refusal() == null ? given : entry.refusal();
            boolean accepted = entry.document() != null && acceptances.hasNext();
            out.write(json.writeValueAsBytes(
                    accepted || refusal == null ? acceptances.next() : problem(refusal, entry.line())));
            out.write('\n');
        }
        out.flush();
        entries.clear();
        bytes = 0;
    }

    private List<Acceptance> accept() {
        List<NewDocument> documents = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.document() != null) {
                documents.add(entry.document());
            }
        }
        if (documents.isEmpty()) {
            return List.of();
        }
        try {
            congestion.await();
            return acceptor.accept(documents, trace);
        } catch (TryLater | TooBusy e) {
            given = e;
            return List.of();
        }
    }

    /** The place within the line gives way to the line's own number, which is what the sender can look up. */
    private static ProblemDetail problem(Refusal refusal, int line) {
        ProblemDetail problem = Problems.of(refusal);
        problem.setProperty("line", line);
        return problem;
    }
}
