package parallax.ingest.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import parallax.events.Rights;
import parallax.ingest.identity.Inherited;
import parallax.ingest.identity.Origin;

/** What sources that push allow. Who was never set up allows all; a change is heeded within seconds. */
@Component
public class Policies {

    /** After a change, what comes in may be taken under what was said before for so long. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final SourceTable table;
    private final Cache<String, Optional<Source>> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    Policies(SourceTable table) {
        this.table = table;
    }

    /** Where a document comes from that {@code source} pushed at {@code at}. */
    public Origin origin(String source, String how, Instant at) {
        return known.get(source, table::find)
                .map(found -> found.origin(how, at, null))
                .orElseGet(() -> new Origin(source, how, at, Rights.FULL, null, null, Inherited.NOTHING));
    }
}
