package parallax.enrich.emit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import parallax.enrich.store.Outbox;
import parallax.stream.EventSender;
import parallax.stream.NotAcknowledgedException;

/** Sends what the outbox holds, in its order, and waits for Kafka's acknowledgement before it is forgotten: at least once. */
@Component
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final Outbox outbox;
    private final EventSender sender;
    private final RelaySettings settings;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean running;

    OutboxRelay(Outbox outbox, EventSender sender, RelaySettings settings, MeterRegistry meters) {
        this.outbox = outbox;
        this.sender = sender;
        this.settings = settings;
        Gauge.builder("parallax.outbox.pending", outbox, Outbox::size).register(meters);
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            if (drain() == 0) {
                pause();
            }
        }
    }

    private int drain() {
        try {
            return outbox.drain(settings.relayBytes().toBytes(), sender::send);
        } catch (NotAcknowledgedException | DataAccessException | TransactionException e) {
            if (running) {
                log.warn("the outbox could not be emptied, trying again: {}", e.getMessage());
            }
            return 0;
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.relayInterval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
