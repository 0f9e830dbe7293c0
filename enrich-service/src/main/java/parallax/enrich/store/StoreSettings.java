package parallax.enrich.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the database is kept at hand.
 *
 * @param profileCache memory, roughly, for what is known of the articles last compared: reading it anew costs more than comparing
 */
@ConfigurationProperties("parallax.enrich")
public record StoreSettings(@DefaultValue("64MB") DataSize profileCache) {}
