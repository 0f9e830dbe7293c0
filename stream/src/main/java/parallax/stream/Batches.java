package parallax.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Has batches worked on such that no record stops its neighbours for ever. An outage ({@link Outage}) is thrown: the batch comes
 * again. Whatever else goes wrong lies in a record: they are taken one by one, and the one that fails by itself each time is put aside.
 */
public final class Batches {

    private static final Logger log = LoggerFactory.getLogger(Batches.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DeadLetters deadLetters;
    private final int attempts;
    private final RetryTemplate alone;

    /** Takes what cannot be worked on, why, and how often it was tried. */
    @FunctionalInterface
    public interface Aside<T> {

        void put(T item, Throwable cause, int attempts);
    }

    Batches(DeadLetters deadLetters, int attempts) {
        this.deadLetters = deadLetters;
        this.attempts = attempts;
        this.alone = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(attempts - 1L)
                .delay(PAUSE)
                .multiplier(2)
                .predicate(Batches::liesInTheRecord)
                .build());
    }

    /**
     * Has {@code work} done on all of {@code batch} at once or, where that fails, on each of it.
     *
     * @param origin the record that an item came from
     * @param work all or nothing: what it did before it throws is undone
     * @throws RuntimeException an outage; some of the batch may have been worked on
     */
    public <T> void handle(List<T> batch, Function<T, Incoming> origin, Consumer<List<T>> work) {
        handle(batch, work, (item, cause, attempt) -> putAside(origin.apply(item), cause, attempt));
    }

    /**
     * Has {@code work} done on all of {@code batch} at once or, where that fails, on each of it.
     *
     * @param work all or nothing: what it did before it throws is undone
     * @param aside takes what fails by itself each time
     * @throws RuntimeException an outage; some of the batch may have been worked on
     */
    public <T> void handle(List<T> batch, Consumer<List<T>> work, Aside<T> aside) {
        try {
            work.accept(batch);
        } catch (RuntimeException | StackOverflowError e) {
            if (!liesInTheRecord(e)) {
                throw e;
            }
            log.warn("a batch of {} cannot be worked on, it is taken one by one", batch.size(), e);
            batch.forEach(item -> alone(item, work, aside));
        }
    }

    private <T> void alone(T item, Consumer<List<T>> work, Aside<T> aside) {
        try {
            alone.execute(() -> {
                work.accept(List.of(item));
                return true;
            });
        } catch (RetryException e) {
            Throwable last = e.getLastException();
            if (!liesInTheRecord(last)) {
                throw rethrown(last);
            }
            aside.put(item, last, attempts);
        }
    }

    /**
     * Puts a record aside.
     *
     * @throws NotAcknowledgedException if Kafka does not take it
     */
    public void putAside(Incoming record, Throwable cause, int attempt) {
        String reason = cause instanceof MalformedRecordException
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName() + ": " + cause.getMessage() + where(cause);
        log.warn("{} is put aside: {}", record.origin(), reason);
        deadLetters.put(record, reason, attempt);
    }

    /** The first line of ours that it passed. */
    private static String where(Throwable cause) {
        for (StackTraceElement at : cause.getStackTrace()) {
            if (at.getClassName().startsWith("parallax.")) {
                return " (at " + at.getClassName() + "." + at.getMethodName() + ":" + at.getLineNumber() + ")";
            }
        }
        return "";
    }

    /** A stack overflows by how deep a record goes; other errors are the machine's. */
    private static boolean liesInTheRecord(Throwable e) {
        return !Thread.currentThread().isInterrupted()
                && (e instanceof StackOverflowError || (e instanceof RuntimeException failure && !Outage.is(failure)));
    }

    private static RuntimeException rethrown(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("interrupted; the batch will come again", e);
    }
}
