package parallax.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.egress.BadAddressException;
import parallax.egress.Egress;
import parallax.egress.NoReplyException;
import parallax.egress.Outgoing;
import parallax.egress.Reply;
import parallax.ingest.IngestSettings;

/** Asks for an address and follows where it is sent, each step through the guard. */
@Component
class Fetcher {

    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> FOR_NOW = Set.of(302, 303, 307);

    private final Egress egress;
    private final Duration timeout;
    private final int redirects;

    Fetcher(Egress egress, IngestSettings settings) {
        this.egress = egress;
        this.timeout = settings.polling().timeout();
        this.redirects = settings.polling().redirects();
    }

    /**
     * What is there.
     *
     * @param most bytes of the body
     */
    Fetched get(URI address, Map<String, String> headers, int most) throws FetchFailed {
        Map<String, String> asked = new HashMap<>(headers);
        asked.put("Accept-Encoding", "gzip");
        URI at = address;
        URI movedTo = null;
        boolean forGood = true;
        for (int step = 0; step <= redirects; step++) {
            Reply reply = ask(at, asked, most);
            boolean moved = FOR_GOOD.contains(reply.status());
            if (!moved && !FOR_NOW.contains(reply.status())) {
                byte[] body = Unpacked.of(reply.body(), reply.header("Content-Encoding"), most);
                return new Fetched(reply.status(), at, movedTo, reply.headers(), body);
            }
            forGood = forGood && moved;
            at = target(at, reply.header("Location"));
            movedTo = forGood ? at : movedTo;
        }
        throw new FetchFailed("More than " + redirects + " redirects, the last to " + at + ".");
    }

    private Reply ask(URI address, Map<String, String> headers, int most) throws FetchFailed {
        try {
            URI checked = egress.check("url", address.toString());
            Reply reply = egress.send(Outgoing.get(checked, headers), timeout, most + 1);
            if (reply.body().length > most) {
                throw new FetchFailed("The answer is larger than " + most + " bytes.");
            }
            return reply;
        } catch (BadAddressException e) {
            throw new FetchFailed(address + " is not asked: " + e.getMessage());
        } catch (NoReplyException e) {
            throw new FetchFailed(address.getHost() + ": " + e.getMessage() + ".");
        }
    }

    private static URI target(URI from, @Nullable String location) throws FetchFailed {
        try {
            if (location != null && !location.isBlank()) {
                URI target = from.resolve(location.strip().replace(" ", "%20"));
                return target.getRawFragment() == null
                        ? target
                        : URI.create(target.toString().replaceFirst("#.*", ""));
            }
        } catch (IllegalArgumentException e) {
            throw new FetchFailed("A redirect that leads to no address: " + location + ".");
        }
        throw new FetchFailed("A redirect that does not say where to.");
    }
}
