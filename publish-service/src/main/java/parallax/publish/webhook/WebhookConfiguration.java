package parallax.publish.webhook;

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
class WebhookConfiguration {

    private static final int CONNECTIONS = 200;
    private static final int CONNECTIONS_PER_HOST = 20;

    @Bean
    EgressGuard egressGuard(PublishSettings settings) {
        return new EgressGuard(
                settings.allowedNetworks().stream().map(Network::parse).toList());
    }

    /** Neither follows redirects, keeps cookies, logs in, uses a proxy nor retries by itself. */
    @Bean(destroyMethod = "close")
    CloseableHttpClient webhookClient(EgressGuard guard, PublishSettings settings) {
        Timeout timeout = Timeout.of(settings.webhook().timeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.webhook().connectTimeout()))
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
                .setUserAgent("Parallax-Webhooks/1")
                .build();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService webhookDeadlines() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }
}
