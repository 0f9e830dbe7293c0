package parallax.egress;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * About the way out to other servers.
 *
 * @param connectTimeout until a connection stands
 * @param idleTimeout between two bytes
 * @param connections in all
 * @param connectionsPerHost to one
 * @param userAgent what we call ourselves
 */
public record EgressSettings(
        @DefaultValue("5s") @NotNull Duration connectTimeout,
        @DefaultValue("20s") @NotNull Duration idleTimeout,
        @DefaultValue("200") @Min(1) int connections,
        @DefaultValue("20") @Min(1) int connectionsPerHost,
        @DefaultValue("Parallax/1") @NotBlank String userAgent) {}
