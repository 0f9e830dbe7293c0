package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** What counts where an operator sets nothing. */
class PublishSettingsTest {

    private final PublishSettings settings = new Binder(
                    new MapConfigurationPropertySource(Map.of("parallax.publish.register.keys", "key")))
            .bind("parallax.publish", PublishSettings.class)
            .get();

    @Test
    void webhooks_are_tried_as_standard_webhooks_says() {
        assertThat(settings.delivery().retries())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(settings.delivery().jitter()).isPositive();
        assertThat(settings.webhook().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.webhook().maxPayload()).isLessThanOrEqualTo(DataSize.ofKilobytes(20));
        assertThat(settings.delivery().lease()).isGreaterThan(settings.webhook().timeout());
    }

    @Test
    void nothing_within_may_be_reached_and_no_folder_written() {
        assertThat(settings.allowedNetworks()).isEmpty();
        assertThat(settings.cmsRoots()).isEmpty();
    }
}
