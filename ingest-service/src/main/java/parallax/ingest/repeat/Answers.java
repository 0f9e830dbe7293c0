package parallax.ingest.repeat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.identity.Sha256;
import parallax.ingest.refusal.Conflict;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.Unprocessable;

/**
 * Answers a request that is sent again as it was answered the first time (draft-ietf-httpapi-idempotency-key-header). Only answers
 * that stand are kept: who was refused may mend his request and send it under the same key.
 */
@Component
public class Answers {

    private static final Pattern QUOTED = Pattern.compile("\"([\\x20-\\x7E&&[^\"\\\\]]{1,255})\"");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,255}");

    private final AnswerTable table;
    private final Clock clock;
    private final IngestSettings.Repeats settings;

    Answers(AnswerTable table, Clock clock, IngestSettings settings) {
        this.table = table;
        this.clock = clock;
        this.settings = settings.repeats();
    }

    /**
     * The answer of {@code work}, which is done once for each key.
     *
     * @param header the key as it was sent
     * @param caller whose key it is: those of others do not count
     * @param request all that tells this request from another
     * @throws Unprocessable if the key was used for another request
     * @throws Conflict if the same request is being answered
     */
    public String once(String header, String caller, byte[] request, Supplier<String> work) {
        String key = Sha256.hex(caller.getBytes(UTF_8), new byte[1], key(header).getBytes(UTF_8));
        String fingerprint = Sha256.hex(request);
        Instant now = clock.instant();
        boolean first = table.claim(key, fingerprint, now, now.minus(settings.kept()), now.minus(settings.abandoned()));
        if (!first) {
            return known(key, fingerprint);
        }
        String answer;
        try {
            answer = work.get();
        } catch (RuntimeException e) {
            table.release(key);
            throw e;
        }
        table.answer(key, answer);
        return answer;
    }

    private String known(String key, String fingerprint) {
        Optional<AnswerTable.Known> known = table.find(key);
        if (known.isPresent() && !known.get().fingerprint().equals(fingerprint)) {
            throw new Unprocessable(
                    "idempotency-key-reused",
                    "Idempotency-Key reused",
                    "This Idempotency-Key was sent before with another request. Use a new key for each document; a key is"
                            + " remembered for " + settings.kept().toHours() + " hours.");
        }
        String answer = known.map(AnswerTable.Known::answer).orElse(null);
        if (answer == null) {
            throw new Conflict();
        }
        return answer;
    }

    private static String key(String header) {
        Matcher quoted = QUOTED.matcher(header.strip());
        if (quoted.matches()) {
            return quoted.group(1);
        }
        if (BARE.matcher(header.strip()).matches()) { // many clients leave the quotes out
            return header.strip();
        }
        throw new Malformed(
                "idempotency-key-invalid",
                "Idempotency-Key invalid",
                "The header Idempotency-Key must be 1 to 255 printable ASCII characters in quotes, such as"
                        + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\".",
                Map.of());
    }
}
