package parallax.edge.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;

/** Spring Security, for services that know bearer tokens and nothing else: no sessions, cookies, forms or passwords. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import(TokensController.class)
public class AccessConfiguration {

    @Bean
    Demand demand(AccessSettings settings) {
        return new Demand(settings.openWrites(), settings.ingestWrites());
    }

    @Bean
    Tokens tokens(JdbcClient jdbc, Clock clock, AccessSettings settings) {
        return new Tokens(new TokenTable(jdbc), clock, settings.token(), settings.tokenBefore());
    }

    @Bean
    Refusals refusals(Demand demand, JsonMapper json, MeterRegistry meters) {
        return new Refusals(demand, json, meters);
    }

    /** Whose token it is. */
    @Bean
    AuthenticationManager callers(Tokens tokens) {
        return request -> {
            try {
                return tokens.caller(String.valueOf(request.getCredentials()))
                        .map(BearerToken::of)
                        .orElseThrow(() -> new BadCredentialsException("no such token"));
            } catch (DataAccessException e) {
                throw new AuthenticationServiceException("the database does not answer", e);
            }
        };
    }

    /** Guards every path; what is not named needs the scope {@code admin} to be written to. */
    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            AuthenticationManager callers,
            Demand demand,
            Refusals refusals,
            AccessSettings settings) {
        AuthenticationFilter bearer = new AuthenticationFilter(
                callers, request -> BearerToken.in(request.getHeader(HttpHeaders.AUTHORIZATION)));
        bearer.setSuccessHandler((request, response, authentication) -> {});
        bearer.setFailureHandler(refusals::commence);
        return http.csrf(AbstractHttpConfigurer::disable) // a browser sends no bearer token by itself
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Caching and framing are each page's own affair.
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(demand.of(context.getRequest())
                                .map(scope -> authentication.get() instanceof BearerToken token
                                        && token.caller() != null
                                        && token.caller().may(scope))
                                .orElse(true))))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterAt(bearer, BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new RateLimit(
                                settings.rateLimit().requestsPerSecond(),
                                settings.rateLimit().burstSeconds(),
                                refusals),
                        BasicAuthenticationFilter.class)
                .build();
    }
}
