package parallax.local.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pushes documents to ingest, many in one request; what ingest has no room for now is sent again when it says. */
public final class Pusher {

    private static final int MOST_LINES = 200;
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final IngestClient ingest;
    private final @Nullable Journal journal;

    /**
     * Pushes to the ingest at that address, with that token.
     *
     * @param journal what a push that was broken off had done, which is left out; null to push all
     */
    public Pusher(String ingest, String token, @Nullable Journal journal) {
        this.ingest = new IngestClient(ingest, token);
        this.journal = journal;
    }

    /**
     * What became of the documents.
     *
     * @param counts how many were {@code accepted} and {@code unchanged}, and how many {@code skipped}, as they were
     *     acknowledged before the last push was broken off
     * @param refused a line for each that was not taken, saying why
     */
    public record Outcome(Map<String, Integer> counts, List<String> refused) {

        @Override
        public String toString() {
            int skipped = counts.getOrDefault("skipped", 0);
            return "accepted %,d, unchanged %,d, refused %,d"
                            .formatted(
                                    counts.getOrDefault("accepted", 0),
                                    counts.getOrDefault("unchanged", 0),
                                    refused.size())
                    + (skipped == 0 ? "" : ", skipped %,d that were acknowledged before".formatted(skipped));
        }
    }

    /**
     * Pushes {@code arguments}.
     *
     * @param source the name of the source they come from
     * @param count told how many there are to push, before the first
     * @param done told how many more are done
     * @throws IOException if ingest does not answer; what was acknowledged is in the journal
     */
    public Outcome push(List<Argument> arguments, String source, Consumer<Integer> count, Consumer<Integer> done)
            throws IOException, InterruptedException {
        Run run = new Run(source, done);
        List<Submission> wanted = new ArrayList<>();
        for (Argument argument : arguments) {
            for (Submission submission : Submission.of(argument)) {
                if (journal != null && submission.file() != null && journal.has(submission.file())) {
                    run.count("skipped");
                } else {
                    wanted.add(submission);
                }
            }
        }
        count.accept(wanted.size());
        for (Submission submission : wanted) {
            run.take(submission);
        }
        run.send();
        if (journal != null) {
            journal.end();
        }
        return new Outcome(run.counts, run.refused);
    }

    private final class Run {

        private final String source;
        private final Consumer<Integer> done;
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final List<String> refused = new ArrayList<>();
        private final List<Submission> batch = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private final Map<Path, String> states = new LinkedHashMap<>();
        private long bytes;

        Run(String source, Consumer<Integer> done) {
            this.source = source;
            this.done = done;
        }

        void take(Submission submission) throws IOException, InterruptedException {
            Path file = submission.file();
            if (file == null) {
                answer(submission, ingest.page(submission, source));
                done.accept(1);
                return;
            }
            String state = Journal.state(file);
            byte[] content = Files.readAllBytes(file);
            String text = text(content);
            if (text == null) { // ingest says what is wrong with it
                answer(submission, ingest.document(submission, source, content, submission.contentType()));
                done.accept(1);
                return;
            }
            states.put(file, state);
            batch.add(submission);
            lines.add(ingest.line(submission, source, text));
            bytes += content.length;
            if (batch.size() >= MOST_LINES || bytes >= MOST_BYTES) {
                send();
            }
        }

        void send() throws IOException, InterruptedException {
            if (batch.isEmpty()) {
                return;
            }
            List<String> answers = ingest.lines(lines);
            Map<Path, String> acknowledged = new LinkedHashMap<>();
            for (int i = 0; i < batch.size(); i++) {
                Path file = batch.get(i).file();
                if (answer(batch.get(i), answers.get(i)) && file != null) {
                    acknowledged.put(file, states.getOrDefault(file, ""));
                }
            }
            if (journal != null) {
                journal.add(acknowledged);
            }
            done.accept(batch.size());
            batch.clear();
            lines.clear();
            states.clear();
            bytes = 0;
        }

        private boolean answer(Submission submission, String answer) {
            boolean taken = answer.equals("accepted") || answer.equals("unchanged");
            if (taken) {
                count(answer);
            } else {
                refused.add(submission.name() + ": " + answer);
            }
            return taken;
        }

        void count(String outcome) {
            counts.merge(outcome, 1, Integer::sum);
        }
    }

    private static @Nullable String text(byte[] content) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
