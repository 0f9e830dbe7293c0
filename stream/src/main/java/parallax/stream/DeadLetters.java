package parallax.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import parallax.events.Topics;

/** Puts a record that cannot be processed aside: unchanged, with the reason, on {@code <topic>.dlq}. */
public final class DeadLetters {

    /** Headers that say what went wrong. */
    public static final String REASON = "parallax_reason";

    /** The service that gave up. */
    public static final String SERVICE = "parallax_service";

    /** How often it was tried, as a decimal number. */
    public static final String ATTEMPT = "parallax_attempt";

    /** Where the record stood: {@code topic-partition@offset}. */
    public static final String ORIGIN = "parallax_origin";

    private static final int MAX_REASON = 1000;

    private final KafkaTemplate<String, byte[]> kafka;
    private final String service;
    private final MeterRegistry meters;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, String service, MeterRegistry meters) {
        this.kafka = kafka;
        this.service = service;
        this.meters = meters;
        for (String topic : new String[] {Topics.DOCUMENTS, Topics.ARTICLES, Topics.STORIES, Topics.DECISIONS}) {
            counter(topic); // there from the start, so that an alert sees the first one rise from zero
        }
    }

    /** Who puts records aside here, as {@link #SERVICE} says it. */
    public String service() {
        return service;
    }

    /**
     * Returns once Kafka has acknowledged the dead letter.
     *
     * @param reason what is wrong and how to mend it; cut at 1,000 characters
     * @param attempt how often it was tried, from 1
     * @throws NotAcknowledgedException if Kafka does not: the record is then still only at its origin
     */
    public void put(Incoming record, String reason, int attempt) {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.deadLetters(record.topic()), key, record.value());
        record.headers().forEach((name, value) -> letter.headers().add(name, value));
        add(letter, REASON, reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON));
        add(letter, SERVICE, service);
        add(letter, ATTEMPT, Integer.toString(attempt));
        add(letter, ORIGIN, record.origin());
        try {
            kafka.send(letter).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotAcknowledgedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException(e);
        }
        counter(record.topic()).increment();
    }

    private io.micrometer.core.instrument.Counter counter(String topic) {
        return meters.counter("parallax.dead.letters", "topic", topic);
    }

    private static void add(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
