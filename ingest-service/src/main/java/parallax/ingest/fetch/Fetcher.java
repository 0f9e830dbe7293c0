package parallax.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import parallax.egress.BadAddressException;
import parallax.egress.Egress;
import parallax.egress.NoReplyException;
import parallax.egress.Outgoing;
import parallax.egress.Reply;
import parallax.ingest.IngestSettings;

/** Asks for one address, through the guard. Where it is sent on to is its caller's to follow. */
@Component
class Fetcher {

    private final Egress egress;
    private final Duration timeout;

    Fetcher(Egress egress, IngestSettings settings) {
        this.egress = egress;
        this.timeout = settings.polling().timeout();
    }

    /**
     * What is there.
     *
     * @param most bytes of the body that are read
     */
    Fetched get(URI address, Map<String, String> headers, int most) throws FetchFailed {
        Map<String, String> asked = new HashMap<>(headers);
        asked.put("Accept-Encoding", "gzip");
        try {
            URI checked = egress.check("url", address.toString());
            Reply reply = egress.send(Outgoing.get(checked, asked), timeout, most + 1);
            Unpacked body = Unpacked.of(reply.body(), reply.header("Content-Encoding"), most);
            return new Fetched(reply.status(), address, null, reply.headers(), body.bytes(), body.cut());
        } catch (BadAddressException e) {
            throw new FetchFailed(address + " is not asked: " + e.getMessage());
        } catch (NoReplyException e) {
            throw FetchFailed.forNow(address.getHost() + ": " + e.getMessage() + ".");
        }
    }
}
