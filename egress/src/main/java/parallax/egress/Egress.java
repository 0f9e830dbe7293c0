package parallax.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends requests to addresses that strangers name. Where a name leads is looked at when the connection is made, and the connection
 * goes to just that address.
 *
 * <pre>{@code
 * URI callback = egress.check("callback", given);          // when it is given: the exception says what is wrong
 * Reply reply = egress.send(Outgoing.get(callback, Map.of()), Duration.ofSeconds(10), 1024);
 * }</pre>
 */
public final class Egress implements AutoCloseable {

    private final CloseableHttpClient http;
    private final EgressGuard guard;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "egress-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Egress(EgressGuard guard, EgressSettings settings) {
        this.guard = guard;
        this.http = GuardedClient.open(guard, settings);
    }

    /**
     * The way out.
     *
     * @param allowedNetworks networks within (CIDR) that may be reached nevertheless
     * @throws IllegalArgumentException if one of them is no network
     */
    public static Egress open(List<String> allowedNetworks, EgressSettings settings) {
        return new Egress(
                new EgressGuard(allowedNetworks.stream().map(Network::parse).toList()), settings);
    }

    /**
     * The address, if it may be asked.
     *
     * @param field what the caller calls it
     * @throws BadAddressException if it may not
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
            return http.execute(asked, response -> reply(asked, response, most));
        } catch (EgressGuard.Refused e) {
            throw new NoReplyException("refused: the address is in an internal network", true, e);
        } catch (IOException e) {
            throw new NoReplyException(
                    asked.isCancelled() ? "no answer within " + timeout.toSeconds() + " s" : "no answer: " + why(e),
                    false,
                    e);
        } finally {
            deadline.cancel(false);
        }
    }

    /** The usual reasons in words; the others by their names, for their messages may quote what we sent. */
    private static String why(IOException e) {
        if (e instanceof UnknownHostException) {
            return "there is no such host";
        }
        if (e instanceof NoHttpResponseException || e instanceof ConnectionClosedException) {
            return "the connection was closed before its end";
        }
        if (e instanceof ConnectTimeoutException) {
            return "the host cannot be reached";
        }
        if (e instanceof ConnectException) {
            return "the connection was refused";
        }
        return e instanceof SSLException
                ? "no safe connection came about (" + e.getClass().getSimpleName() + ")"
                : e.getClass().getSimpleName();
    }

    private static Reply reply(HttpUriRequestBase asked, ClassicHttpResponse response, int most) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            if (header.getValue() != null) {
                headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
        }
        byte[] body = new byte[0];
        if (response.getEntity() != null && most > 0) {
            InputStream content = response.getEntity().getContent();
            body = content.readNBytes(most);
            if (body.length < most) {
                content.close();
            } else {
                asked.cancel(); // closing would read the rest first, however long it is
            }
        }
        return new Reply(response.getCode(), Map.copyOf(headers), body);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        deadlines.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
