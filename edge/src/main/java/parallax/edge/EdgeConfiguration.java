package parallax.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import parallax.edge.access.AccessConfiguration;

/** What a service with an HTTP interface imports. It has a {@code Clock} and a PostgreSQL with Flyway. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, AccessConfiguration.class})
public class EdgeConfiguration {}
