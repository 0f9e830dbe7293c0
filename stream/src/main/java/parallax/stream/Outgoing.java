package parallax.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import parallax.events.Event;

/**
 * An event ready to be sent, in CloudEvents 1.0 binary mode (Kafka protocol binding, section 3.2): attributes in headers, JSON as value.
 *
 * @param topic where to
 * @param key record key
 * @param headers {@code ce_*}, {@code content-type} and, if a trace is carried, {@code traceparent}
 * @param payload JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // handed through to Kafka; nobody compares two of them
public record Outgoing(String topic, String key, Map<String, String> headers, byte[] payload) {

    /**
     * Wraps {@code event}.
     *
     * @param sender the service that sends: CloudEvents {@code source} is {@code /parallax/<sender>}
     * @param traceparent W3C trace context to hand on, or null
     */
    public static Outgoing of(Event event, String sender, Instant time, @Nullable String traceparent) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.eventId());
        headers.put("ce_type", event.eventType());
        headers.put("ce_source", "/parallax/" + sender);
        headers.put("ce_subject", event.key());
        headers.put("ce_time", time.toString());
        headers.put("content-type", "application/json");
        if (traceparent != null) {
            headers.put(Trace.HEADER, traceparent);
        }
        return new Outgoing(event.topic(), event.key(), Map.copyOf(headers), EventJson.write(event));
    }

    ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
