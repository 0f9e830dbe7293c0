package parallax.events;

import java.util.Map;

/** What travels on Kafka: the data of a CloudEvent. Attributes go to record headers, the record itself is the JSON payload. */
public sealed interface Event
        permits DocumentReceived,
                DocumentWithdrawn,
                ArticleEnriched,
                ArticleWithdrawn,
                StoryChanged,
                StoryRemoved,
                EditorDecided,
                FeedIssued,
                ChannelKept {

    /** Every event type, by its CloudEvents {@code type}. */
    Map<String, Class<? extends Event>> TYPES = Map.of(
            DocumentReceived.TYPE, DocumentReceived.class,
            DocumentWithdrawn.TYPE, DocumentWithdrawn.class,
            ArticleEnriched.TYPE, ArticleEnriched.class,
            ArticleWithdrawn.TYPE, ArticleWithdrawn.class,
            StoryChanged.TYPE, StoryChanged.class,
            StoryRemoved.TYPE, StoryRemoved.class,
            EditorDecided.TYPE, EditorDecided.class,
            FeedIssued.TYPE, FeedIssued.class,
            ChannelKept.TYPE, ChannelKept.class);

    /** The CloudEvents {@code type}, with its version: {@code parallax.document.received.v1}. */
    String eventType();

    /** The topic this event belongs on. */
    String topic();

    /** The record key and CloudEvents {@code subject}: a document id or a story id. */
    String key();

    /** An id that is the same whenever the same change is sent again, so that a consumer can tell a repeat: the CloudEvents {@code id}. */
    String eventId();
}
