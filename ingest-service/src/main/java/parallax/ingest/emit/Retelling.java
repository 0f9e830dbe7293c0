package parallax.ingest.emit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import parallax.events.DocumentReceived;
import parallax.events.Topics;
import parallax.ingest.IngestSettings;
import parallax.ingest.identity.Origin;
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
    private final Congestion congestion;
    private final Counter told;
    private final int atOnce;
    private final long untilRest;

    Retelling(
            TopicReader topics,
            DocumentAcceptor acceptor,
            Congestion congestion,
            MeterRegistry meters,
            IngestSettings settings) {
        this.topics = topics;
        this.acceptor = acceptor;
        this.congestion = congestion;
        this.told = meters.counter("parallax.documents.retold");
        this.atOnce = settings.bulkLines();
        this.untilRest = settings.backPressure().quietLag();
    }

    /**
     * Tells again all of {@code now}'s source that was told otherwise; what is new goes first, for this has time.
     *
     * @return how many documents
     * @throws TryLater if it cannot be recorded; what was told before stays told
     */
    public int tell(Origin now) {
        AtomicInteger count = new AtomicInteger();
        AtomicLong sinceRest = new AtomicLong(untilRest);
        topics.read(Topics.DOCUMENTS, Map.of(), page -> {
            List<DocumentReceived> its = ofSource(page, now.source());
            for (int from = 0; from < its.size(); from += atOnce) {
                if (sinceRest.get() >= untilRest) {
                    rest();
                    sinceRest.set(0);
                }
                int again = acceptor.retell(its.subList(from, Math.min(its.size(), from + atOnce)), now);
                sinceRest.addAndGet(again);
                count.addAndGet(again);
                told.increment(again);
            }
        });
        return count.get();
    }

    private void rest() {
        try {
            congestion.awaitQuiet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TryLater("This service, which is being stopped,");
        }
    }

    private static List<DocumentReceived> ofSource(List<Incoming> page, String source) {
        List<DocumentReceived> its = new ArrayList<>();
        for (Incoming record : page) {
            if (DocumentReceived.TYPE.equals(record.header("ce_type"))
                    && record.readable().orElse(null) instanceof DocumentReceived said
                    && from(said, source)) {
                its.add(said);
            }
        }
        return its;
    }

    private static boolean from(DocumentReceived said, String source) {
        return said.provenance().stream().anyMatch(delivery -> delivery.source().equals(source));
    }
}
