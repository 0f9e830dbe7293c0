package parallax.stream;

import parallax.events.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of events: unknown fields are ignored, instants are ISO 8601, enums are lower case. */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    private EventJson() {}

    /** The payload of {@code event}, in UTF-8. */
    public static byte[] write(Object event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /**
     * Reads a payload.
     *
     * @throws MalformedRecordException if it is no JSON of that type
     */
    public static <T> T read(byte[] payload, Class<T> type) {
        try {
            return MAPPER.readValue(payload, type);
        } catch (JacksonException e) {
            throw new MalformedRecordException(
                    "the payload is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    static Event readEvent(byte[] payload, String eventType) {
        Class<? extends Event> type = Event.TYPES.get(eventType);
        if (type == null) {
            throw new MalformedRecordException("unknown event type \"" + eventType + "\"", null);
        }
        return read(payload, type);
    }
}
