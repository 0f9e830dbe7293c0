package parallax.publish.egress;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parallax.publish.PublishSettings;

/** The HTTP client that goes to strangers. */
@Configuration(proxyBeanMethods = false)
class EgressConfiguration {

    @Bean
    Egress egress(CloseableHttpClient egressClient, EgressGuard guard, ScheduledExecutorService egressDeadlines) {
        return new Egress(egressClient, guard, egressDeadlines);
    }

    @Bean
    EgressGuard egressGuard(PublishSettings settings) {
        return new EgressGuard(
                settings.allowedNetworks().stream().map(Network::parse).toList());
    }

    @Bean(destroyMethod = "close")
    CloseableHttpClient egressClient(EgressGuard guard, PublishSettings settings) {
        return client(guard, settings.egress());
    }

    /** Neither follows redirects, keeps cookies, logs in, uses a proxy nor retries by itself. */
    static CloseableHttpClient client(EgressGuard guard, PublishSettings.Egress settings) {
        Timeout timeout = Timeout.of(settings.idleTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnTotal(settings.connections())
                        .setMaxConnPerRoute(settings.connectionsPerHost())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .setUserAgent("Parallax/1")
                .build();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService egressDeadlines() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "egress-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }
}
