package parallax.publish.feed;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/** A feed goes out in few large writes: by 8 KiB, as is usual, a feed of 250 KB would take thirty. */
@Component
class WideWrites implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String size;

    WideWrites(PublishSettings settings) {
        this.size = Long.toString(settings.feed().writeBuffer().toBytes());
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                protocol.setProperty("socket.appWriteBufSize", size);
            }
        });
    }
}
