package parallax.enrich.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import parallax.enrich.store.Change;
import parallax.enrich.store.Restoration;
import parallax.events.Event;
import parallax.events.Topics;
import parallax.stream.Batches;
import parallax.stream.DeadLetters;
import parallax.stream.Incoming;
import parallax.stream.TopicReader;

/**
 * Before anything is consumed: an empty database is filled from what Kafka kept of the stories, documents and decisions of before.
 * What fails is put aside and the rest goes on. What was put aside before is tried again, for it may be mended, and not put aside twice.
 */
final class Restorer implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(Restorer.class);

    private final Restoration restoration;
    private final TopicReader topics;
    private final Intake intake;
    private final Batches batches;
    private final String service;

    /** With the name under which this service puts records aside. */
    Restorer(Restoration restoration, TopicReader topics, Intake intake, Batches batches, String service) {
        this.restoration = restoration;
        this.topics = topics;
        this.intake = intake;
        this.batches = batches;
        this.service = service;
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
        restoration.restore(told.values(), each -> kept.forEach(topic -> read(topic, each)));
    }

    /** What was put aside before comes last: what was stored beside it then does not fail for it now. */
    private void read(String topic, Consumer<List<Change>> each) {
        Set<String> places = putAside(topic);
        List<Incoming> aside = new ArrayList<>();
        topics.read(topic, Map.of(), batch -> {
            List<Incoming> others = new ArrayList<>();
            batch.forEach(record -> (places.contains(place(record.origin(), record)) ? aside : others).add(record));
            intake.hand(others, each, batches::putAside);
        });
        intake.hand(
                aside,
                each,
                (record, cause, attempts) -> log.info("{} stays aside: {}", record.origin(), cause.toString()));
    }

    /** Where the records stood, and under which keys, that this service put aside: another topic of that name has other keys there. */
    private Set<String> putAside(String topic) {
        Set<String> places = new HashSet<>();
        topics.read(Topics.deadLetters(topic), Map.of(), letters -> letters.stream()
                .filter(letter -> service.equals(letter.header(DeadLetters.SERVICE)))
                .forEach(letter -> places.add(place(letter.header(DeadLetters.ORIGIN), letter))));
        return places;
    }

    private static String place(@Nullable String origin, Incoming record) {
        return origin + " " + (record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8));
    }
}
