package parallax.edge.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may write.
 *
 * @param token a bearer token that is good for everything, to make others with; at least 16 characters
 * @param tokenBefore the same, for as long as not everybody has the new one
 * @param openWrites paths that anybody may write to: a service names those whose protocol has its own way to tell who may
 * @param ingestWrites paths, and those below them, that the scope {@code ingest} is enough to write to
 */
@Validated
@ConfigurationProperties("parallax")
record AccessSettings(
        @NotNull(message = "set parallax.token (or PARALLAX_TOKEN): without it nobody could write")
        @Size(min = 16, message = "parallax.token needs at least 16 characters")
        String token,

        @Nullable @Size(min = 16, message = "parallax.token-before needs at least 16 characters")
        String tokenBefore,

        @DefaultValue List<String> openWrites,
        @DefaultValue List<String> ingestWrites,
        @DefaultValue @Valid RateLimits rateLimit) {

    /**
     * How often a token may call one instance, unless it was made with a number of its own.
     *
     * @param burstSeconds so many seconds' worth of calls may come at once
     */
    record RateLimits(
            @Min(1) @DefaultValue("500") int requestsPerSecond,
            @Min(1) @DefaultValue("10") int burstSeconds) {}

    @Override
    public String toString() {
        return "AccessSettings[token=***]";
    }
}
