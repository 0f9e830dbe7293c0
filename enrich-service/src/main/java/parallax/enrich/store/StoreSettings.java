package parallax.enrich.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the database is kept at hand.
 *
 * @param profileCache memory, roughly, for what is known of the articles last compared: reading it anew costs more than comparing
 * @param pairCache the same for the pairs weighed last and the evidence that was found
 */
@ConfigurationProperties("parallax.enrich")
public record StoreSettings(
        @DefaultValue("64MB") DataSize profileCache,
        @DefaultValue("32MB") DataSize pairCache) {}
