package parallax.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host's robots.txt said (RFC 9309).
 *
 * @param text null if there is none that could be read
 */
record Robots(int status, @Nullable String text) {

    private static final List<String> OUR_NAMES = List.of("parallax");
    private static final int MOST_WARNINGS = 5;

    /** Of a host that answers nothing at all, which is no prohibition: the request itself will fail, and say why. */
    static final Robots UNREACHABLE = new Robots(503, "");

    static Robots of(int status, byte[] body) {
        boolean found = status >= 200 && status < 300;
        return new Robots(status, found ? new String(body, UTF_8).replace("\0", "") : null);
    }

    /**
     * Where we may go, and how fast.
     *
     * @param address of the robots.txt
     * @param longestDelay who asks for a longer rest between two requests is not visited
     */
    BaseRobotRules rules(String address, Duration longestDelay) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(longestDelay.toMillis(), MOST_WARNINGS);
        return text == null
                ? parser.failedFetch(status)
                : parser.parseContent(address, text.getBytes(UTF_8), "text/plain", OUR_NAMES);
    }
}
