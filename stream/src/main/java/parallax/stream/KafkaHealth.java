package parallax.stream;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;

/** Up while the cluster answers; the client is kept, for opening one costs more than asking. */
final class KafkaHealth implements HealthIndicator, AutoCloseable {

    private static final int TIMEOUT_SECONDS = 5;

    private final Admin client;

    KafkaHealth(KafkaAdmin admin) {
        this.client = Admin.create(admin.getConfigurationProperties());
    }

    @Override
    public Health health() {
        try {
            var cluster = client.describeCluster();
            return Health.up()
                    .withDetail("cluster", cluster.clusterId().get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .withDetail(
                            "brokers",
                            cluster.nodes()
                                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                                    .size())
                    .build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down(e).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down(e).build();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
