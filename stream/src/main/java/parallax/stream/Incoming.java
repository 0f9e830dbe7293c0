package parallax.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import parallax.events.Event;

/**
 * A record as it came from Kafka, not yet read.
 *
 * @param topic where from
 * @param partition where from
 * @param offset where from
 * @param key record key; null where the sender set none
 * @param headers by name, as bytes
 * @param value null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // handed through from Kafka; nobody compares two of them
public record Incoming(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        Map<String, byte[]> headers,
        byte @Nullable [] value) {

    private static final Logger log = LoggerFactory.getLogger(Incoming.class);

    /** The records of a batch, in their order, as Spring Cloud Stream hands them over in batch mode with native decoding. */
    public static List<Incoming> batch(Message<List<byte[]>> message) {
        List<byte[]> values = message.getPayload();
        List<?> topics = column(message, KafkaHeaders.RECEIVED_TOPIC);
        List<?> partitions = column(message, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = column(message, KafkaHeaders.OFFSET);
        List<?> keys = column(message, KafkaHeaders.RECEIVED_KEY);
        List<?> headers = column(message, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        List<Incoming> batch = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            batch.add(new Incoming(
                    (String) topics.get(i),
                    (Integer) partitions.get(i),
                    (Long) offsets.get(i),
                    (byte[]) keys.get(i),
                    bytes((Map<?, ?>) headers.get(i)),
                    // A tombstone arrives as KafkaNull, which is no byte[].
                    ((Object) values.get(i)) instanceof byte[] value ? value : null));
        }
        return batch;
    }

    /**
     * The event in it.
     *
     * @throws MalformedRecordException if there is none
     */
    public Event event() {
        String type = header("ce_type");
        if (type == null) {
            throw new MalformedRecordException("no ce_type header", null);
        }
        if (value == null) {
            throw new MalformedRecordException("no payload", null);
        }
        return EventJson.readEvent(value, type);
    }

    /** The event in it; nothing, and a line in the log, where there is none: for who reads a topic as a book. */
    public Optional<Event> readable() {
        try {
            return Optional.of(event());
        } catch (MalformedRecordException e) {
            log.warn("{} is left out: {}", origin(), e.getMessage());
            return Optional.empty();
        }
    }

    /** The header's last value as text, or null. */
    public @Nullable String header(String name) {
        byte[] bytes = headers.get(name);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Where it stands: {@code topic-partition@offset}. */
    public String origin() {
        return topic + "-" + partition + "@" + offset;
    }

    /** The trace it carries, or null. */
    public @Nullable String traceparent() {
        return header(Trace.HEADER);
    }

    private static List<?> column(Message<List<byte[]>> message, String header) {
        List<?> column = message.getHeaders().get(header, List.class);
        if (column == null) {
            throw new IllegalStateException("the batch has no " + header + ": is the binding in batch mode?");
        }
        return column;
    }

    private static Map<String, byte[]> bytes(Map<?, ?> headers) {
        Map<String, byte[]> bytes = new HashMap<>();
        headers.forEach((name, value) -> {
            if (value instanceof byte[] raw) {
                bytes.put((String) name, raw);
            } else if (value instanceof String text) {
                bytes.put((String) name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes;
    }
}
