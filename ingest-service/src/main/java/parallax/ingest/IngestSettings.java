package parallax.ingest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import parallax.egress.EgressSettings;

/**
 * What ingest takes.
 *
 * @param maxDocumentSize of one document in UTF-8
 * @param maxRequest of a request that brings no document but a source, say
 * @param bulkLines how many lines of a bulk upload are accepted in one transaction
 * @param maxBulkAnswers of one bulk upload; they wait in a file while the body is read
 * @param maxCompressionRatio how many times its size a packed body may unpack to
 * @param maxConcurrentPushes requests with documents that are worked on at a time; each may hold the largest document twice
 * @param maxMarkdownNesting levels of quotes and list items
 * @param maxHtmlNesting levels of elements; the parser itself knows at most 512
 * @param warningsKept how long a source's page shows what was told once, and of which no visit sees whether it is still so
 * @param folderRoots folders under which watched folders may lie; without any, none is watched
 * @param allowedNetworks networks within (CIDR) that sources may lie in nevertheless
 */
@Validated
@ConfigurationProperties("parallax.ingest")
public record IngestSettings(
        @NotNull @DefaultValue("5MB") DataSize maxDocumentSize,
        @NotNull @DefaultValue("64KB") DataSize maxRequest,
        @Min(1) @DefaultValue("200") int bulkLines,
        @NotNull @DefaultValue("512MB") DataSize maxBulkAnswers,
        @Min(2) @DefaultValue("200") int maxCompressionRatio,
        @Min(1) @DefaultValue("64") int maxConcurrentPushes,
        @Min(1) @DefaultValue("100") int maxMarkdownNesting,
        @Min(1) @Max(510) @DefaultValue("500") int maxHtmlNesting,
        @NotNull @DefaultValue("7d") Duration warningsKept,
        @DefaultValue List<@NotEmpty String> allowedNetworks,
        @DefaultValue List<@NotNull Path> folderRoots,
        @DefaultValue @Valid EgressSettings egress,
        @DefaultValue @Valid Polling polling,
        @DefaultValue @Valid Folders folders,
        @DefaultValue @Valid BackPressure backPressure,
        @DefaultValue @Valid Repeats repeats,
        @DefaultValue @Valid WebSub websub,
        @DefaultValue @Valid Lists lists) {

    /**
     * About hubs that tell us of news.
     *
     * @param baseUrl where hubs reach us, {@code https://ingest.example.org}; without it none is asked
     * @param lease how long a subscription is to last
     * @param pause between two visits to a feed whose hub tells of news
     * @param timeout for a request to a hub
     */
    public record WebSub(
            @Nullable
            @Pattern(
                    regexp = "https?://[^/?#]+(/[^?#]*[^/?#])?",
                    message = "must be an address without a slash at its end")
            String baseUrl,

            @NotNull @DefaultValue("10d") Duration lease,
            @NotNull @DefaultValue("12h") Duration pause,
            @NotNull @DefaultValue("10s") Duration timeout) {}

    /**
     * When pushes are sent away for a while.
     *
     * @param reader the consumer group that reads what we emit
     * @param maxLag how many records it may be behind
     * @param quietLag how many it may be behind where something waits that has time; no more of it comes between two looks
     * @param lagEvery how often that is looked at
     * @param slowAcknowledgement an acknowledgement that takes longer shows that Kafka cannot keep up
     * @param patience how long a bulk upload under way is held up before the rest of it is sent away
     * @param retryAfter when to come again
     */
    public record BackPressure(
            @NotEmpty @DefaultValue("enrich") String reader,
            @Min(1) @DefaultValue("100000") long maxLag,
            @Min(1) @DefaultValue("1000") long quietLag,
            @NotNull @DefaultValue("3s") Duration lagEvery,
            @NotNull @DefaultValue("5s") Duration slowAcknowledgement,
            @NotNull @DefaultValue("10s") Duration patience,
            @NotNull @DefaultValue("5s") Duration retryAfter) {}

    /**
     * About requests with an {@code Idempotency-Key}.
     *
     * @param kept how long an answer is remembered
     * @param abandoned after this time without an answer whoever worked on it is taken for dead
     */
    public record Repeats(
            @NotNull @DefaultValue("24h") Duration kept,
            @NotNull @DefaultValue("2m") Duration abandoned) {}

    /**
     * About watched folders.
     *
     * @param pause between two looks at a folder; longer where a look takes long
     * @param settle how long a file must have been left alone, so that none is read half written
     * @param grace how long a file must be gone before its document is withdrawn: editors save by renaming
     * @param graceForMany the same where more than half of a folder's files go at once, as when a disk is not there
     * @param maxFiles in one folder; more are not looked at
     * @param maxDepth of folders in folders
     */
    public record Folders(
            @NotNull @DefaultValue("5s") Duration pause,
            @NotNull @DefaultValue("1s") Duration settle,
            @NotNull @DefaultValue("1m") Duration grace,
            @NotNull @DefaultValue("1h") Duration graceForMany,
            @Min(1) @DefaultValue("100000") int maxFiles,
            @Min(1) @DefaultValue("20") int maxDepth) {}

    /**
     * About lists of feeds, OPML, that are handed in.
     *
     * @param maxSize of one
     * @param maxFeeds in one
     */
    public record Lists(
            @NotNull @DefaultValue("5MB") DataSize maxSize,
            @Min(1) @DefaultValue("10000") int maxFeeds) {}

    /**
     * About visits to feeds.
     *
     * @param first pause after the first visit, from where it adapts
     * @param shortest pause between two visits
     * @param longest pause between two visits
     * @param afterFailure pause after a first failure; it doubles with each that follows
     * @param longestRetryAfter the most that a server may ask to be left alone
     * @param timeout for one request, however slowly the answer drips
     * @param hold how long a host stays ours after an instance that visits it has died
     * @param hostPause between two requests to one host
     * @param longestCrawlDelay the most that a robots.txt may ask for; a host that asks for more is not visited
     * @param robotsKept how long a robots.txt holds
     * @param robotsRetry when to ask again for one that could not be had
     * @param redirects that are followed
     * @param maxFeedSize of a feed, unpacked
     * @param maxPageSize of an article's page, unpacked
     * @param maxRobotsSize of a robots.txt, in bytes
     * @param pagesPerVisit articles' pages that are asked for in one visit, more of a feed with thousands of items; others wait for the
     *     next
     * @param pageTries how often an article's page is asked for whose server is down or busy, once a visit
     * @param sitemapsPerVisit sitemaps of an index that are read in one visit, the newest first
     */
    public record Polling(
            @NotNull @DefaultValue("30m") Duration first,
            @NotNull @DefaultValue("10m") Duration shortest,
            @NotNull @DefaultValue("24h") Duration longest,
            @NotNull @DefaultValue("5m") Duration afterFailure,
            @NotNull @DefaultValue("7d") Duration longestRetryAfter,
            @NotNull @DefaultValue("20s") Duration timeout,
            @NotNull @DefaultValue("25s") Duration hold,
            @NotNull @DefaultValue("1s") Duration hostPause,
            @NotNull @DefaultValue("30s") Duration longestCrawlDelay,
            @NotNull @DefaultValue("24h") Duration robotsKept,
            @NotNull @DefaultValue("1h") Duration robotsRetry,
            @Min(0) @Max(20) @DefaultValue("5") int redirects,
            @NotNull @DefaultValue("32MB") DataSize maxFeedSize,
            @NotNull @DefaultValue("5MB") DataSize maxPageSize,
            @Min(1) @DefaultValue("524288") int maxRobotsSize,
            @Min(0) @DefaultValue("20") int pagesPerVisit,
            @Min(1) @DefaultValue("4") int pageTries,
            @Min(1) @DefaultValue("10") int sitemapsPerVisit) {}
}
