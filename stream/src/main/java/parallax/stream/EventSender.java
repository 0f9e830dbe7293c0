package parallax.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** Sends events and waits until Kafka has acknowledged every one of them. */
public final class EventSender {

    private final KafkaTemplate<String, byte[]> kafka;
    private final Duration timeout;

    EventSender(KafkaTemplate<String, byte[]> kafka, Duration timeout) {
        this.kafka = kafka;
        this.timeout = timeout;
    }

    /**
     * Sends all of {@code events} in their order and returns once all are acknowledged by all in-sync replicas.
     *
     * @throws NotAcknowledgedException if one is not; others of the same call may have been sent
     */
    public void send(Collection<Outgoing> events) {
        List<CompletableFuture<SendResult<String, byte[]>>> pending = new ArrayList<>(events.size());
        try {
            for (Outgoing event : events) {
                pending.add(kafka.send(event.toRecord()));
            }
            CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NotAcknowledgedException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException
                | org.springframework.kafka.KafkaException
                | org.apache.kafka.common.KafkaException e) {
            throw new NotAcknowledgedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException(e);
        }
    }
}
