package parallax.publish;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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
 * All that can be set about publishing.
 *
 * @param baseUrl where readers reach this service, without a slash at the end; self links are made from it
 * @param permalinkBase what the links of feed items begin with; null: as {@code baseUrl}. Whoever moves the service to another
 *     address keeps the old one here, and has it lead to the new: to a reader who knows items by their links, nothing changes
 * @param title of the feeds and of the desk
 * @param allowedNetworks networks within (CIDR) that webhooks, hub and CMS may reach nevertheless
 * @param cmsRoots folders under which CMS folders may lie; none: no CMS folder is accepted
 * @param maxRequest the largest body that is read of a request
 * @param pageSize stories on a page of the API and of the desk, decisions and channels on one of the API, where the caller names no
 *     number
 */
@Validated
@ConfigurationProperties("parallax.publish")
public record PublishSettings(
        @DefaultValue("http://localhost:8083")
        @Pattern(
                regexp = "https?://[^\\s/?#]+(/[^\\s?#]*[^\\s/?#])?",
                message = "an http(s) URL without slash at its end")
        String baseUrl,

        @Nullable
        @Pattern(
                regexp = "https?://[^\\s/?#]+(/[^\\s?#]*[^\\s/?#])?",
                message = "an http(s) URL without slash at its end")
        String permalinkBase,

        @DefaultValue("Parallax") @NotEmpty String title,

        @DefaultValue List<@NotEmpty String> allowedNetworks,

        @DefaultValue List<@NotNull Path> cmsRoots,

        @DefaultValue("256KB") @NotNull DataSize maxRequest,

        @DefaultValue("20") @Min(1) @Max(200) int pageSize,

        @DefaultValue @Valid Feed feed,

        @DefaultValue @Valid Delivery delivery,

        @DefaultValue @Valid Webhook webhook,

        @DefaultValue @Valid Hub hub,

        @DefaultValue @Valid Cms cms,

        @DefaultValue @Valid Editor editor,

        @Valid @NotNull Register register,

        @DefaultValue @Valid EgressSettings egress) {

    /** What the links of feed items begin with. */
    public String itemBase() {
        return permalinkBase == null ? baseUrl : permalinkBase;
    }

    /**
     * About feeds.
     *
     * @param limit items in a document
     * @param volume places in a volume of the archive; at most half of {@code limit}, so that the newest document has room for
     *     both what no volume has yet and what was updated. To be set once: with another size, all volumes are others
     * @param maxAge how long a reader may keep a document without asking
     * @param volumeMaxAge how long a reader may keep a volume of the archive
     * @param issueEvery how often to look for changes; readers see them at most once a second
     * @param fresh how long an instance answers with what it last found
     * @param editions answers that it remembers for so long
     * @param index newest items of each kind whose places are kept in memory; older pages are looked up
     * @param cache memory for documents ready to be sent, and as much again for the items they are made of
     * @param writeBuffer of a connection; feeds are large
     * @param outlines feeds of each kind of filter in the OPML, those with the most items
     */
    public record Feed(
            @DefaultValue("50") @Min(1) @Max(1000) int limit,
            @DefaultValue("25") @Min(1) @Max(500) int volume,
            @DefaultValue("60s") @NotNull Duration maxAge,
            @DefaultValue("1d") @NotNull Duration volumeMaxAge,
            @DefaultValue("250ms") @NotNull Duration issueEvery,
            @DefaultValue("500ms") @NotNull Duration fresh,
            @DefaultValue("1000") @Min(1) int editions,
            @DefaultValue("20000") @Min(0) int index,
            @DefaultValue("64MB") @NotNull DataSize cache,
            @DefaultValue("128KB") @NotNull DataSize writeBuffer,
            @DefaultValue("100") @Min(0) int outlines) {

        @AssertTrue(message = "parallax.publish.feed.volume may be at most half of parallax.publish.feed.limit")
        boolean isRoomForUpdates() {
            return volume * 2 <= limit;
        }
    }

    /**
     * About deliveries of every kind.
     *
     * @param retries waits before the first attempt, the second … ; after the last the delivery has failed
     * @param jitter share of each wait that chance adds, 0 to 1
     * @param retryAfterMost the longest that a channel, or a subscriber of the hub, can put off the next attempt by asking for it
     * @param perChannel how many deliveries to one channel an instance has under way at once
     * @param lease how long an attempt may hold its story at a channel; longer than any attempt lasts
     * @param busyWait how long a delivery waits when its channel or story is busy
     * @param logLimit deliveries in a log that is asked for
     * @param replayPage deliveries that are made again at a time, where many are
     * @param kept how long the log goes back; the last word to a channel about a story stays
     * @param failedKept how long what failed stays in the log and can be replayed, if nothing later made it good. A takedown that
     *     failed stays until somebody has seen to it
     * @param pruneEvery how often the log is gone through for what is older
     */
    public record Delivery(
            @DefaultValue({"0s", "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"}) @NotEmpty
            List<@NotNull Duration> retries,

            @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1")
            double jitter,

            @DefaultValue("24h") @NotNull Duration retryAfterMost,

            @DefaultValue("4") @Min(1) int perChannel,

            @DefaultValue("60s") @NotNull Duration lease,

            @DefaultValue("1s") @NotNull Duration busyWait,

            @DefaultValue("100") @Min(1) int logLimit,
            @DefaultValue("1000") @Min(1) int replayPage,
            @DefaultValue("30d") @NotNull Duration kept,
            @DefaultValue("180d") @NotNull Duration failedKept,
            @DefaultValue("1h") @NotNull Duration pruneEvery) {

        @AssertTrue(message = "parallax.publish.delivery.kept must be longer than all retries of a delivery take")
        boolean isKeptForAllRetries() {
            Duration all = retries.stream().reduce(Duration.ZERO, Duration::plus);
            return kept.compareTo(all.plusMillis(Math.round(all.toMillis() * jitter))) > 0;
        }

        @AssertTrue(
                message =
                        "parallax.publish.delivery.failed-kept must not be shorter than parallax.publish.delivery.kept")
        boolean isFailedKeptAsLong() {
            return failedKept.compareTo(kept) >= 0;
        }
    }

    /**
     * About webhooks.
     *
     * @param timeout for the whole of one attempt
     * @param maxPayload after which the coverage list is cut
     * @param keyOverlap how long older keys are signed with beside a new one
     */
    public record Webhook(
            @DefaultValue("20s") @NotNull Duration timeout,
            @DefaultValue("20KB") @NotNull DataSize maxPayload,
            @DefaultValue("24h") @NotNull Duration keyOverlap) {}

    /**
     * About the WebSub hub.
     *
     * @param timeout for the whole of one request to a subscriber
     * @param lease how long a subscription lasts that asks for no length
     * @param leaseLeast the shortest
     * @param leaseMost the longest
     * @param retries waits before a push that failed is made again; after the last its content is given up
     * @param subscriptions that are kept in all
     * @param subscriptionsPerHost of callbacks at one host
     */
    public record Hub(
            @DefaultValue("10s") @NotNull Duration timeout,
            @DefaultValue("10d") @NotNull Duration lease,
            @DefaultValue("5m") @NotNull Duration leaseLeast,
            @DefaultValue("30d") @NotNull Duration leaseMost,

            @DefaultValue({"5s", "1m", "10m", "1h", "6h"}) @NotNull
            List<@NotNull Duration> retries,

            @DefaultValue("1000") @Min(0) int subscriptions,
            @DefaultValue("50") @Min(1) int subscriptionsPerHost) {}

    /**
     * About channels as they are kept on Kafka.
     *
     * @param keys that they are sealed with, the newest first, which seals; the others open what was sealed before
     */
    public record Register(@NotEmpty List<@NotEmpty String> keys) {

        /** Those that are not blank: a property that is not set is an empty one. */
        public Register {
            keys = keys == null
                    ? List.of()
                    : keys.stream().filter(key -> !key.isBlank()).toList();
        }

        @Override
        public String toString() {
            return "Register[***]";
        }
    }

    /**
     * About the editor's word.
     *
     * @param by the longest name of who decides, in characters
     * @param why the longest reason, in characters
     */
    public record Editor(
            @DefaultValue("200") @Min(1) int by,
            @DefaultValue("2000") @Min(1) int why) {}

    /**
     * About content management systems.
     *
     * @param timeout for the whole of one request
     * @param terms tags and categories that a post gets, each; the most salient
     */
    public record Cms(
            @DefaultValue("20s") @NotNull Duration timeout,
            @DefaultValue("8") @Min(0) @Max(50) int terms) {}
}
