package parallax.ingest.emit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import parallax.events.Topics;
import parallax.ingest.IngestSettings;

/** How many records of documents.raw wait for their reader; asked of the broker every few seconds, and 0 while it is not known. */
@Component
class ReaderLag implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ReaderLag.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final KafkaAdmin kafka;
    private final IngestSettings.BackPressure settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "reader-lag");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Admin admin; // known to the timer's thread only, until that has ended
    private @Nullable ScheduledFuture<?> asking;
    private volatile long records;

    ReaderLag(KafkaAdmin kafka, IngestSettings settings, MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings.backPressure();
        meters.gauge("parallax.reader.lag", this, ReaderLag::records);
    }

    long records() {
        return records;
    }

    @Override
    public void afterPropertiesSet() {
        long pause = settings.lagEvery().toMillis();
        asking = timer.scheduleWithFixedDelay(this::ask, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        if (asking != null) {
            asking.cancel(true);
        }
        timer.shutdownNow();
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private void ask() {
        try {
            if (admin == null) {
                admin = Admin.create(kafka.getConfigurationProperties());
            }
            records = lag(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | org.apache.kafka.common.KafkaException e) {
            records = 0; // that Kafka is away shows when it does not acknowledge
            log.debug("the lag of {} is not known", settings.reader(), e);
        }
    }

    /** Before the reader has ever come, nothing counts as waiting: there may be none yet. */
    private long lag(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>(admin.listConsumerGroupOffsets(settings.reader())
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        read.keySet().removeIf(partition -> !partition.topic().equals(Topics.DOCUMENTS));
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        read.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(wanted).all().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata position = read.get(end.getKey());
                    return position == null ? 0 : Math.max(0, end.getValue().offset() - position.offset());
                })
                .sum();
    }
}
