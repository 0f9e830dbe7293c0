package parallax.enrich.emit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the outbox is emptied.
 *
 * @param relayInterval pause when it was found empty
 * @param relayBytes sent at once
 */
@ConfigurationProperties("parallax.enrich")
record RelaySettings(
        @DefaultValue("200ms") Duration relayInterval,
        @DefaultValue("16MB") DataSize relayBytes) {}
