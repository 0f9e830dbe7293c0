package parallax.ingest.emit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import parallax.events.DocumentReceived;
import parallax.events.Topics;
import parallax.ingest.IngestSettings;
import parallax.ingest.identity.Origin;
import parallax.ingest.refusal.TooBusy;
import parallax.ingest.refusal.TryLater;
import parallax.stream.Incoming;
import parallax.stream.TopicReader;

/**
 * Tells again what a source has delivered, under what it says now of all it sends. The texts are taken from documents.raw, where
 * alone they are kept. May be done again at any time: what is told is known then.
 */
@Component
public class Retelling {

    private final TopicReader topics;
    private final DocumentAcceptor acceptor;
    private final Counter told;
    private final int atOnce;

    Retelling(TopicReader topics, DocumentAcceptor acceptor, MeterRegistry meters, IngestSettings settings) {
        this.topics = topics;
        this.acceptor = acceptor;
        this.told = meters.counter("parallax.documents.retold");
        this.atOnce = settings.bulkLines();
    }

    /**
     * Tells again all of {@code now}'s source that was told otherwise.
     *
     * @return how many documents
     * @throws TryLater if it cannot be recorded; what was told before stays told
     */
    public int tell(Origin now) {
        AtomicInteger count = new AtomicInteger();
        topics.read(Topics.DOCUMENTS, Map.of(), page -> {
            List<DocumentReceived> its = new ArrayList<>();
            for (Incoming record : page) {
                if (DocumentReceived.TYPE.equals(record.header("ce_type"))
                        && record.event() instanceof DocumentReceived said
                        && from(said, now.source())) {
                    its.add(said);
                }
            }
            for (int from = 0; from < its.size(); from += atOnce) {
                int again = tell(its.subList(from, Math.min(its.size(), from + atOnce)), now);
                count.addAndGet(again);
                told.increment(again);
            }
        });
        return count.get();
    }

    /** Whoever pushes goes first: this has time. */
    private int tell(List<DocumentReceived> said, Origin now) {
        while (true) {
            try {
                return acceptor.retell(said, now);
            } catch (TooBusy e) {
                try {
                    Thread.sleep(e.retryAfter().toMillis());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new TryLater("This service, which is being stopped,");
                }
            }
        }
    }

    private static boolean from(DocumentReceived said, String source) {
        return said.provenance().stream().anyMatch(delivery -> delivery.source().equals(source));
    }
}
