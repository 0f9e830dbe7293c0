package parallax.publish;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import parallax.edge.EdgeConfiguration;
import parallax.egress.Egress;
import parallax.stream.StreamConfiguration;
import tools.jackson.databind.cfg.EnumFeature;

/** Starts the service. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(PublishSettings.class)
@Import({EdgeConfiguration.class, StreamConfiguration.class})
public class PublishApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(PublishApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Egress egress(PublishSettings settings) {
        return Egress.open(settings.allowedNetworks(), settings.egress());
    }

    /** Enums travel as their own words, as in the events. */
    @Bean
    JsonMapperBuilderCustomizer enumWords() {
        return json -> json.enable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING);
    }
}
