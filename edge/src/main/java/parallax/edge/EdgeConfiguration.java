package parallax.edge;

import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What a service with an HTTP interface imports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeSettings.class)
@Import(ProblemAdvice.class)
public class EdgeConfiguration {

    /** Guards every path of the service's own port; management has a port of its own. */
    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilter(EdgeSettings settings, JsonMapper json) {
        return new FilterRegistrationBean<>(new TokenFilter(settings.token(), Set.copyOf(settings.openWrites()), json));
    }
}
