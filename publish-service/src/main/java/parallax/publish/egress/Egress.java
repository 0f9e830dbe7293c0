package parallax.publish.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import parallax.publish.PublishSettings;

/**
 * Sends requests to addresses that strangers name. Where a name leads is looked at when the connection is made, and the connection
 * goes to just that address.
 *
 * <pre>{@code
 * URI callback = egress.check("callback", given);          // when it is given: BadInput says what is wrong
 * Reply reply = egress.send(Outgoing.get(callback, Map.of()), Duration.ofSeconds(10), 1024);
 * }</pre>
 */
public final class Egress {

    private final CloseableHttpClient http;
    private final EgressGuard guard;
    private final ScheduledExecutorService deadlines;

    Egress(CloseableHttpClient http, EgressGuard guard, ScheduledExecutorService deadlines) {
        this.http = http;
        this.guard = guard;
        this.deadlines = deadlines;
    }

    /** One that stands alone, with an executor of its own for as long as the process lasts. */
    public static Egress of(List<String> allowedNetworks, PublishSettings.Egress settings) {
        EgressGuard guard =
                new EgressGuard(allowedNetworks.stream().map(Network::parse).toList());
        return new Egress(
                EgressConfiguration.client(guard, settings), guard, new EgressConfiguration().egressDeadlines());
    }

    /**
     * The address, if it may be asked.
     *
     * @param field what the caller calls it
     * @throws parallax.publish.problem.PublishException.BadInput if it may not
     */
    public URI check(String field, String url) {
        return EndpointUrl.check(field, url, guard);
    }

    /**
     * Sends, and returns what was answered.
     *
     * @param timeout for all of it, however slowly the answer drips
     * @param most bytes of the answer's body that are wanted
     * @throws NoReplyException if no answer came
     */
    public Reply send(Outgoing request, Duration timeout, int most) throws NoReplyException {
        HttpUriRequestBase asked = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(asked::setHeader);
        byte[] body = request.body();
        if (body != null) {
            asked.setEntity(new ByteArrayEntity(body, null));
        }
        // Time-outs of the client count from byte to byte: one that drips could hold us for ever.
        ScheduledFuture<?> deadline = deadlines.schedule(asked::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(asked, response -> reply(response, most));
        } catch (EgressGuard.Refused e) {
            throw new NoReplyException("refused: the address is in an internal network", true, e);
        } catch (IOException e) {
            throw new NoReplyException(
                    asked.isCancelled()
                            ? "no answer within " + timeout.toSeconds() + " s"
                            : "no answer: " + e.getClass().getSimpleName(),
                    false,
                    e);
        } finally {
            deadline.cancel(false);
        }
    }

    private static Reply reply(ClassicHttpResponse response, int most) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            if (header.getValue() != null) {
                headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
        }
        byte[] body = new byte[0];
        if (response.getEntity() != null && most > 0) {
            try (InputStream content = response.getEntity().getContent()) {
                body = content.readNBytes(most);
            }
        }
        return new Reply(response.getCode(), Map.copyOf(headers), body);
    }
}
