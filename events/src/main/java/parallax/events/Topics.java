package parallax.events;

/** Names of the Kafka topics. A topic's dead letters go to {@link #deadLetters(String)}. */
public final class Topics {

    /** {@link DocumentReceived} and {@link DocumentWithdrawn}, keyed by document id, compacted. */
    public static final String DOCUMENTS = "documents.raw";

    /** {@link ArticleEnriched} and {@link ArticleWithdrawn}, keyed by document id, compacted. */
    public static final String ARTICLES = "articles.enriched";

    /** {@link StoryChanged} and {@link StoryRemoved}, keyed by story id, compacted. */
    public static final String STORIES = "stories.changed";

    /** {@link EditorDecided}, keyed by story or document id; every record is kept for ever. */
    public static final String DECISIONS = "editor.decisions";

    /** {@link FeedIssued}, keyed by feed and place, so that compaction keeps every record. */
    public static final String FEEDS = "feeds.issued";

    /** {@link ChannelKept}, keyed by channel id, compacted. */
    public static final String CHANNELS = "channels.kept";

    private Topics() {}

    /** The topic that takes the records of {@code topic} that could not be processed. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }
}
