package parallax.enrich.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import parallax.enrich.article.Annotator;
import parallax.enrich.store.Change;
import parallax.enrich.store.StoryStore;
import parallax.enrich.story.Told;
import parallax.events.DocumentReceived;
import parallax.events.DocumentWithdrawn;
import parallax.events.EditorDecided;
import parallax.events.Event;
import parallax.stream.Batches;
import parallax.stream.Incoming;

/**
 * Takes a batch of documents.raw or editor.decisions: annotates in parallel, then matches in one transaction, as
 * {@link Batches} has it.
 */
final class Intake {

    private final Annotator annotator;
    private final StoryStore store;
    private final Batches batches;
    private final ExecutorService annotators;
    private final Timer annotation;

    Intake(Annotator annotator, StoryStore store, Batches batches, ExecutorService annotators, MeterRegistry meters) {
        this.annotator = annotator;
        this.store = store;
        this.batches = batches;
        this.annotators = annotators;
        this.annotation = meters.timer("parallax.annotation");
    }

    private record Prepared(Incoming record, Change change) {}

    void accept(List<Incoming> batch) {
        hand(batch, store::apply, batches::putAside);
    }

    /**
     * Hands on what was made of {@code batch}.
     *
     * @param work all or nothing: what it did before it throws is undone
     * @param aside takes what cannot be read or worked on, and why
     */
    void hand(List<Incoming> batch, Consumer<List<Change>> work, Batches.Aside<Incoming> aside) {
        batches.handle(
                prepare(batch, aside),
                prepared -> work.accept(prepared.stream().map(Prepared::change).toList()),
                (prepared, cause, attempts) -> aside.put(prepared.record(), cause, attempts));
    }

    /** Annotates in parallel. */
    private List<Prepared> prepare(List<Incoming> batch, Batches.Aside<Incoming> aside) {
        List<Future<Change>> changes = batch.stream()
                .map(record -> annotators.submit(() -> annotation.recordCallable(() -> change(record))))
                .toList();
        List<Prepared> prepared = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            try {
                prepared.add(new Prepared(batch.get(i), changes.get(i).get()));
            } catch (ExecutionException e) {
                aside.put(batch.get(i), e.getCause() == null ? e : e.getCause(), 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted; the batch will come again", e);
            }
        }
        return prepared;
    }

    private Change change(Incoming record) {
        Event event = record.event();
        if (event instanceof DocumentReceived document) {
            return new Change.Received(annotator.annotate(document), document.content(), record.traceparent());
        }
        if (event instanceof DocumentWithdrawn withdrawn) {
            return new Change.Withdrawn(withdrawn.id(), withdrawn.withdrawnAt(), record.traceparent());
        }

        if (event instanceof EditorDecided decided) {
            return new Change.Decided(told(decided), decided.decidedAt(), record.traceparent());
        }
        throw new IllegalArgumentException("a " + event.eventType() + " does not belong on " + record.topic());
    }

    /** Each of one side with each of the other; nothing, if it is about what is shown. */
    private static List<Told> told(EditorDecided decided) {
        return !decided.verdict().groups()
                ? List.of()
                : decided.documents().stream()
                        .flatMap(one -> decided.others().stream()
                                .filter(other -> !other.equals(one))
                                .map(other ->
                                        Told.of(one, other, decided.verdict().joins(), decided.decidedAt())))
                        .toList();
    }
}
