package parallax.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A real program that some tests need.
 *
 * @param name for the summary
 * @param tag of its tests, and name of the Maven profile that runs them alone
 * @param module the module whose tests these are
 * @param command one that answers with exit code 0 if it is there; it runs in the counterpart's folder of the cache
 * @param packages Debian packages that bring it, or what it needs
 * @param needs one that answers with exit code 0 if what the packages bring is there
 * @param script a resource: what installs it in its folder of the cache, from what the packages brought; empty if these are all
 * @param variable an environment variable that must say where it is, because no package brings it; empty if none is needed
 */
record Counterpart(
        String name,
        String tag,
        String module,
        List<String> command,
        List<String> packages,
        List<String> needs,
        String script,
        String variable) {

    private static final String ACCEPTANCE = "acceptance-tests";
    private static final String PUBLISH = "publish-service";
    private static final List<String> NODE = List.of("nodejs", "npm", "python3", "make", "g++");
    private static final List<String> NODE_THERE =
            shell("npm --version && python3 --version && make --version && g++ --version");

    /** All of them. */
    static final List<Counterpart> ALL = List.of(
            debian("Prometheus", "prometheus", ACCEPTANCE, List.of("promtool", "--version"), List.of("prometheus"), ""),
            debian(
                    "WordPress",
                    "wordpress",
                    PUBLISH,
                    shell("test -f /usr/share/wordpress/wp-load.php && php --version && command -v mariadbd"),
                    List.of(
                            "wordpress",
                            "mariadb-server",
                            "php-cli",
                            "php-mysql",
                            "php-xml",
                            "php-mbstring",
                            "php-gd",
                            "php-curl",
                            "php-intl"),
                    ""),
            new Counterpart("Ghost", "ghost", PUBLISH, shell("test -f ready-6.65.0"), NODE, NODE_THERE, "ghost.sh", ""),
            debian("Hugo", "hugo", PUBLISH, List.of("hugo", "version"), List.of("hugo"), ""),
            new Counterpart(
                    "Eleventy",
                    "eleventy",
                    PUBLISH,
                    List.of("node_modules/.bin/eleventy", "--version"),
                    NODE,
                    NODE_THERE,
                    "eleventy.sh",
                    ""),
            new Counterpart(
                    "the JavaScript library of Standard Webhooks",
                    "standardwebhooks",
                    PUBLISH,
                    shell("test -d node_modules/standardwebhooks && node --version"),
                    NODE,
                    NODE_THERE,
                    "standardwebhooks.sh",
                    ""),
            debian(
                    "Python feedparser",
                    "feedparser",
                    PUBLISH,
                    List.of("/usr/bin/python3", "-c", "import feedparser"),
                    List.of("python3-feedparser"),
                    ""),
            debian(
                    "the W3C feed validator",
                    "feed-validator",
                    PUBLISH,
                    List.of("/usr/bin/python3", "-c", "import lxml, html5lib, rdflib"),
                    List.of("python3-lxml", "python3-html5lib", "python3-rdflib"),
                    "FEED_VALIDATOR"));

    /**
     * What Maven is told to run the tests of a module with {@code counterparts}, and no others. Modules are not installed, so those it
     * needs are built beside it; their tests have run before.
     */
    static List<String> arguments(String module, List<Counterpart> counterparts) {
        String tags = counterparts.stream().map(Counterpart::tag).collect(Collectors.joining(" | "));
        String property = module.substring(0, module.indexOf('-'));
        return List.of(
                "verify",
                "-pl",
                module,
                "-am",
                "-D" + property + ".groups=" + tags,
                "-D" + property + ".excludedGroups=",
                "-Dtest=none",
                "-Dit.test=PrometheusIT,*ReadersIT,*ChannelIT,*VerifierIT",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dfailsafe.failIfNoSpecifiedTests=false");
    }

    /** The text of its script. */
    String scriptText() {
        try (InputStream text = Counterpart.class.getResourceAsStream(script)) {
            if (text == null) {
                throw new IllegalStateException("no resource " + script);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Counterpart debian(
            String name, String tag, String module, List<String> command, List<String> packages, String variable) {
        return new Counterpart(name, tag, module, command, packages, command, "", variable);
    }

    private static List<String> shell(String line) {
        return List.of("sh", "-c", line);
    }
}
