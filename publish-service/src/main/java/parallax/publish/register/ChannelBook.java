package parallax.publish.register;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import parallax.events.ChannelKept;
import parallax.events.Event;
import parallax.events.Topics;
import parallax.publish.catalog.DatabaseLock;
import parallax.publish.problem.PublishException;
import parallax.stream.EventSender;
import parallax.stream.Incoming;
import parallax.stream.NotAcknowledgedException;
import parallax.stream.Outgoing;
import parallax.stream.TopicReader;

/**
 * Channels, and whoever else is delivered to, as Kafka keeps them. A change is acknowledged there before its transaction ends. A
 * database that knows nothing of the topic takes its channels from there before any story is shown; else the database is right,
 * and the topic is set right by it.
 */
@Component
public class ChannelBook {

    private static final Logger log = LoggerFactory.getLogger(ChannelBook.class);

    private final TopicReader topics;
    private final EventSender sender;
    private final List<Addressees> kinds;
    private final ChannelSeal seal;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final AtomicInteger sealed = new AtomicInteger();
    private volatile boolean read;

    ChannelBook(
            TopicReader topics,
            EventSender sender,
            List<Addressees> kinds,
            ChannelSeal seal,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock,
            MeterRegistry meters) {
        this.topics = topics;
        this.sender = sender;
        this.kinds = kinds;
        this.seal = seal;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        meters.gauge("parallax.channels.sealed", sealed);
    }

    /** Returns once the database and the topic hold the same. */
    public void open() {
        if (!read) {
            readOnce();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        try {
            open();
        } catch (RuntimeException e) {
            log.warn("channels cannot be compared with Kafka yet; nothing is delivered before they are", e);
        }
    }

    @EventListener
    void keep(AddresseeChanged change) {
        DatabaseLock.REGISTER.take(jdbc);
        send(
                change.id(),
                of(change.id()).flatMap(kind -> kind.byId(change.id())).orElse(null));
    }

    private synchronized void readOnce() {
        if (!read) {
            transactions.executeWithoutResult(status -> {
                DatabaseLock.REGISTER.take(jdbc);
                Map<String, String> kept = kept();
                if (jdbc.sql("select not exists (select 1 from partition_read where topic = :topic)")
                        .param("topic", Topics.CHANNELS)
                        .query(Boolean.class)
                        .single()) {
                    restore(kept);
                }
                setRight(kept);
            });
            read = true;
        }
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        topics.read(Topics.CHANNELS, Map.of(), page -> {
            for (Incoming record : page) {
                record.readable().ifPresent(event -> keep(event, kept));
            }
        });
        return kept;
    }

    private static void keep(Event event, Map<String, String> kept) {
        if (event instanceof ChannelKept one) {
            if (one.sealed() == null) {
                kept.remove(one.channelId());
            } else {
                kept.put(one.channelId(), one.sealed());
            }
        }
    }

    private void restore(Map<String, String> kept) {
        int lost = 0;
        for (Map.Entry<String, String> one : kept.entrySet()) {
            Optional<ChannelSeal.Opened> opened = seal.open(one.getValue());
            opened.ifPresent(text -> of(one.getKey()).ifPresent(kind -> kind.restore(text.text())));
            lost += opened.isPresent() ? 0 : 1;
        }
        sealed.set(lost);
        if (lost > 0) {
            log.error("{} channels were sealed with another parallax.token and cannot be read", lost);
            return; // the next start tries again, perhaps with the key of then
        }
        jdbc.sql("insert into partition_read (topic, partition) values (:topic, 0) on conflict do nothing")
                .param("topic", Topics.CHANNELS)
                .update();
        if (!kept.isEmpty()) {
            log.info("{} channels were taken from Kafka, for the database knew none", kept.size());
        }
    }

    /** What a crash or another key left otherwise. What cannot be opened stays: it may yet be. */
    private void setRight(Map<String, String> kept) {
        for (Addressees kind : kinds) {
            kind.all().forEach((id, text) -> {
                String before = kept.remove(id);
                Optional<ChannelSeal.Opened> opened = before == null ? Optional.empty() : seal.open(before);
                if (opened.filter(one -> one.newest() && one.text().equals(text))
                        .isEmpty()) {
                    send(id, text);
                }
            });
        }
        kept.forEach((id, one) -> {
            if (of(id).isPresent() && seal.open(one).isPresent()) {
                send(id, null);
            }
        });
    }

    private Optional<Addressees> of(String id) {
        return kinds.stream().filter(kind -> kind.has(id)).findFirst();
    }

    private void send(String id, @Nullable String text) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String closed = text == null ? null : seal.seal(text);
        try {
            sender.send(List.of(Outgoing.of(new ChannelKept(id, closed, now), "publish", now, null)));
        } catch (NotAcknowledgedException e) {
            throw new PublishException.Unavailable(
                    "not-acknowledged",
                    "Kafka did not take the channel, so it is as it was. Ask again: to ask twice does no harm.",
                    e);
        }
    }
}
