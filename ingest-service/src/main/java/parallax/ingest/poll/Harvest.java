package parallax.ingest.poll;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.feed.Delivered;
import parallax.ingest.feed.Feed;
import parallax.ingest.feed.FeedReader;
import parallax.ingest.feed.UnreadableFeed;
import parallax.ingest.fetch.FetchFailed;
import parallax.ingest.fetch.Fetched;
import parallax.ingest.fetch.Hosts;
import parallax.ingest.refusal.TryLater;

/** Takes all that a feed has to give; where it is an index of sitemaps, what is in those. */
@Component
class Harvest {

    static final String TOO_LARGE = "feed-too-large";

    private final Intake intake;
    private final IngestSettings.Polling settings;

    Harvest(Intake intake, IngestSettings settings) {
        this.intake = intake;
        this.settings = settings.polling();
    }

    /** The feed that has come; what is wrong with it is noted with the visit. */
    Feed read(Visit visit, Fetched fetched) throws UnreadableFeed {
        Feed feed = FeedReader.read(new Delivered(
                fetched.body(), fetched.cut(), fetched.header("Content-Type"), fetched.address(), visit.at()));
        feed.warnings().forEach(visit::warn);
        if (fetched.cut()) {
            visit.cuts();
            visit.warn(
                    TOO_LARGE,
                    fetched.address() + " is larger than "
                            + settings.maxFeedSize().toBytes()
                            + " bytes; what stands before is taken, "
                            + feed.items().size()
                            + " items. The setting parallax.ingest.polling.max-feed-size says how much is read.");
        }
        return feed;
    }

    /**
     * Takes what is new.
     *
     * @throws TryLater if it cannot be recorded; what was taken before stays taken
     */
    Intake.Taken take(Visit visit, Feed feed) {
        Intake.Taken taken = intake.take(visit, feed);
        int read = 0;
        for (String sitemap : feed.more()) {
            if (read++ >= settings.sitemapsPerVisit()) {
                visit.warn(
                        "sitemaps-left",
                        "The index names " + feed.more().size() + " sitemaps; the newest " + settings.sitemapsPerVisit()
                                + " are read.");
                break;
            }
            taken = taken.plus(part(visit, sitemap));
        }
        return taken.plus(intake.takeLeft(visit));
    }

    private Intake.Taken part(Visit visit, String sitemap) {
        try {
            Fetched part = visit.get(
                    URI.create(sitemap), Map.of(), (int) settings.maxFeedSize().toBytes());
            if (part.status() == 200) {
                return intake.take(visit, read(visit, part));
            }
            missing(visit, sitemap, "HTTP " + part.status() + ".");
        } catch (FetchFailed | UnreadableFeed | Hosts.Busy | IllegalArgumentException e) {
            missing(visit, sitemap, e.getMessage());
        }
        return Intake.Taken.NOTHING;
    }

    private static void missing(Visit visit, String sitemap, @Nullable String why) {
        visit.misses();
        visit.warn("sitemap-unreadable", sitemap + ": " + why);
    }
}
