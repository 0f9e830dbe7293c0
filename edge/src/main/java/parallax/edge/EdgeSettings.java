package parallax.edge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may write.
 *
 * @param token the bearer token that writes need; at least 16 characters
 * @param openWrites paths that anybody may write to: a service names those whose protocol has its own way to tell who may
 */
@Validated
@ConfigurationProperties("parallax")
record EdgeSettings(
        @NotNull(message = "set parallax.token (or PARALLAX_TOKEN): without it nobody could write")
        @Size(min = 16, message = "parallax.token needs at least 16 characters")
        String token,

        @DefaultValue List<String> openWrites) {

    @Override
    public String toString() {
        return "EdgeSettings[token=***]";
    }
}
