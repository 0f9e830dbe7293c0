package parallax.enrich.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import parallax.enrich.store.Change;
import parallax.enrich.store.Restoration;
import parallax.events.Event;
import parallax.events.Topics;
import parallax.stream.TopicReader;

/** Before anything is consumed: an empty database is filled from what Kafka kept of the stories, documents and decisions of before. */
final class Restorer implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(Restorer.class);

    private final Restoration restoration;
    private final TopicReader topics;
    private final Intake intake;

    Restorer(Restoration restoration, TopicReader topics, Intake intake) {
        this.restoration = restoration;
        this.topics = topics;
        this.intake = intake;
    }

    @Override
    public void afterPropertiesSet() {
        if (!restoration.isEmpty()) {
            return;
        }
        Map<String, Event> told = new LinkedHashMap<>();
        topics.read(
                Topics.STORIES,
                Map.of(),
                batch -> batch.forEach(record -> record.readable().ifPresent(event -> told.put(event.key(), event))));
        // Documents of which nothing was ever told are left to be consumed.
        List<String> kept = told.isEmpty() ? List.of(Topics.DECISIONS) : List.of(Topics.DECISIONS, Topics.DOCUMENTS);
        log.info("the database is empty, Kafka tells of {} stories", told.size());
        restoration.restore(
                told.values(),
                each -> kept.forEach(topic -> topics.read(topic, Map.of(), batch -> {
                    List<Change> changes = new ArrayList<>();
                    intake.prepare(batch).forEach(prepared -> changes.add(prepared.change()));
                    each.accept(changes);
                })));
    }
}
