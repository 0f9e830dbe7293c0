package parallax.ingest.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;

/** Lets one visitor at a time to a host, of all our instances, and robots.txt be heeded. */
@Component
public class Hosts {

    private final HostTable table;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Pause pause;
    private final IngestSettings.Polling settings;

    Hosts(HostTable table, Fetcher fetcher, Clock clock, Pause pause, IngestSettings settings) {
        this.table = table;
        this.fetcher = fetcher;
        this.clock = clock;
        this.pause = pause;
        this.settings = settings.polling();
    }

    /** Somebody else is there. */
    public static final class Busy extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Instant freeAt;

        Busy(Instant freeAt) {
            super("the host is busy", null, false, false);
            this.freeAt = freeAt;
        }

        /** When to come again. */
        public Instant freeAt() {
            return freeAt;
        }
    }

    /** The name that two addresses of one host share. */
    public static String name(URI address) {
        return address.getAuthority().toLowerCase(Locale.ROOT);
    }

    /**
     * Enters the host of {@code address}, which is ours until the visit is closed.
     *
     * @throws Busy if another visitor is there, or was just now
     */
    public HostVisit enter(URI address) throws Busy {
        String host = name(address);
        Instant now = clock.instant();
        if (!table.take(host, now, now.plus(settings.hold()))) {
            throw new Busy(table.freeAt(host));
        }
        return new HostVisit(host, table, fetcher, clock, pause, settings);
    }
}
