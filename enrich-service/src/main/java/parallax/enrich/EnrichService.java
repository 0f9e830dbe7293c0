package parallax.enrich;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import parallax.stream.StreamConfiguration;

/** Documents in, articles and stories out. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(StreamConfiguration.class)
public class EnrichService {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(EnrichService.class, args);
    }
}
