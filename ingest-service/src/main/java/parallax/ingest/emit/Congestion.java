package parallax.ingest.emit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.refusal.TooBusy;

/** Whether what comes in can be passed on: Kafka acknowledges in time, and its reader is not too far behind. */
@Component
public class Congestion {

    private static final Duration STEP = Duration.ofMillis(200);

    private final IngestSettings.BackPressure settings;
    private final Clock clock;
    private final ReaderLag lag;
    private final Counter refused;
    private final AtomicReference<Instant> slowUntil = new AtomicReference<>(Instant.MIN);

    /** When each sending that is not acknowledged yet began, in nanoseconds of this process. */
    private final ConcurrentMap<Object, Long> pending = new ConcurrentHashMap<>();

    Congestion(IngestSettings settings, Clock clock, ReaderLag lag, MeterRegistry meters) {
        this.settings = settings.backPressure();
        this.clock = clock;
        this.lag = lag;
        this.refused = meters.counter("parallax.pushes.refused", "reason", "congestion");
        meters.gauge("parallax.congested", this, congestion -> congestion.congested() ? 1 : 0);
    }

    /**
     * Returns if there is room for more.
     *
     * @throws TooBusy if there is none
     */
    public void admit() {
        if (slow()) {
            throw refuse(
                    "Kafka takes longer than " + settings.slowAcknowledgement().toMillis() + " ms to acknowledge");
        }
        if (lag.records() > settings.maxLag()) {
            throw refuse("enrich is " + lag.records()
                    + " documents behind, more than parallax.ingest.back-pressure.max-lag (" + settings.maxLag() + ")");
        }
    }

    /**
     * Waits for room, as far as the settings allow: who sends a stream is slowed down before he is sent away.
     *
     * @throws TooBusy if there is none by then
     */
    public void await() {
        Instant end = clock.instant().plus(settings.patience());
        while (congested() && clock.instant().isBefore(end)) {
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        admit();
    }

    /** For what has time: waits until the reader was looked at once more, and has little to do. */
    void awaitQuiet() throws InterruptedException {
        do {
            Thread.sleep(settings.lagEvery().toMillis());
        } while (slow() || lag.records() > settings.quietLag());
    }

    /**
     * Sends, and looks how long Kafka takes to acknowledge or to fail. While that is too long others are sent away already:
     * where a broker hangs, each of them would hold a connection to the database until it gives up.
     */
    void watch(Runnable send) {
        long start = System.nanoTime();
        Object key = new Object();
        pending.put(key, start);
        try {
            send.run();
        } finally {
            pending.remove(key);
            if (tooLong(start)) {
                slowUntil.set(clock.instant().plus(settings.retryAfter()));
            }
        }
    }

    private boolean congested() {
        return slow() || lag.records() > settings.maxLag();
    }

    private boolean slow() {
        return clock.instant().isBefore(slowUntil.get())
                || pending.values().stream().anyMatch(this::tooLong);
    }

    private boolean tooLong(long start) {
        return System.nanoTime() - start > settings.slowAcknowledgement().toNanos();
    }

    private TooBusy refuse(String why) {
        refused.increment();
        return new TooBusy(why, settings.retryAfter());
    }
}
