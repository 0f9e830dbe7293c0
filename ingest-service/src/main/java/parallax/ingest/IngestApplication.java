package parallax.ingest;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import parallax.edge.EdgeConfiguration;
import parallax.egress.Egress;
import parallax.ingest.check.DocumentCheck;
import parallax.ingest.fetch.Pause;
import parallax.stream.StreamConfiguration;

/** The ingest service. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestSettings.class)
@Import({StreamConfiguration.class, EdgeConfiguration.class})
public class IngestApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(IngestApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DocumentCheck documentCheck(IngestSettings settings) {
        return new DocumentCheck(settings.maxMarkdownNesting(), settings.maxHtmlNesting());
    }

    @Bean
    Egress egress(IngestSettings settings) {
        return Egress.open(settings.allowedNetworks(), settings.egress());
    }

    @Bean
    Pause pause() {
        return time -> Thread.sleep(time.toMillis());
    }
}
