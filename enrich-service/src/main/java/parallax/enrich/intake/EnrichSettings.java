package parallax.enrich.intake;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much work at once.
 *
 * @param annotators threads that annotate; 0 for one a processor
 */
@Validated
@ConfigurationProperties("parallax.enrich")
record EnrichSettings(@PositiveOrZero @DefaultValue("0") int annotators) {

    int threads() {
        return annotators > 0 ? annotators : Runtime.getRuntime().availableProcessors();
    }
}
