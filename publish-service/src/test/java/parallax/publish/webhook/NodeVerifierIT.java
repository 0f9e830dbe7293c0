package parallax.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The JavaScript library of Standard Webhooks, as {@code ./parallax verify} installs it. */
@Tag("standardwebhooks")
class NodeVerifierIT {

    private static final String VERIFY = """
            const { Webhook } = require('standardwebhooks');
            const [secret, body, id, timestamp, signature] = process.argv.slice(1);
            const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
            console.log(new Webhook(secret).verify(body, headers).title);
            """;

    @Test
    void their_library_takes_what_we_sign_and_nothing_else() throws Exception {
        SharedSecret secret = SharedSecret.generate();
        Instant now = Instant.now();
        String time = Long.toString(now.getEpochSecond());
        String body = "{\"title\":\"訪談\"}";
        String header =
                Signature.of(List.of(PrivateKey.generate(), SharedSecret.generate(), secret), "msg_1", now, body);
        assertThat(verify(secret.text(), body, "msg_1", time, header)).isEqualTo("訪談\n");
        assertThat(verify(secret.text(), body + " ", "msg_1", time, header)).contains("No matching signature");
        assertThat(verify(secret.text(), body, "msg_2", time, header)).contains("No matching signature");
        assertThat(verify(SharedSecret.generate().text(), body, "msg_1", time, header))
                .contains("No matching signature");
        String old = Long.toString(now.getEpochSecond() - 3600);
        assertThat(verify(secret.text(), body, "msg_1", old, header)).contains("timestamp too old");
    }

    private static String verify(String... arguments) throws IOException, InterruptedException {
        String cache =
                System.getenv().getOrDefault("PARALLAX_CACHE", System.getProperty("user.home") + "/.cache/parallax");
        ProcessBuilder node = new ProcessBuilder("node", "-e", VERIFY)
                .directory(Path.of(cache, "standardwebhooks").toFile())
                .redirectErrorStream(true);
        node.command().addAll(List.of(arguments));
        Process process = node.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
