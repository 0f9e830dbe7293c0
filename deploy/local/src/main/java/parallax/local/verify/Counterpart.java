package parallax.local.verify;

import java.util.List;

/**
 * A real program that some tests need.
 *
 * @param name for the summary
 * @param profile the Maven profile that runs its tests
 * @param module the module whose tests these are
 * @param command one that answers with exit code 0 if it is there
 * @param packages Debian packages that bring it, or what it needs
 * @param variable an environment variable that must say where it is, because no package brings it; empty if none is needed
 */
record Counterpart(
        String name, String profile, String module, List<String> command, List<String> packages, String variable) {

    private static final String ACCEPTANCE = "acceptance-tests";
    private static final String PUBLISH = "publish-service";

    /** All of them. */
    static final List<Counterpart> ALL = List.of(
            new Counterpart(
                    "Prometheus",
                    "prometheus",
                    ACCEPTANCE,
                    List.of("promtool", "--version"),
                    List.of("prometheus"),
                    ""),
            new Counterpart(
                    "WordPress",
                    "wordpress",
                    PUBLISH,
                    List.of(
                            "sh",
                            "-c",
                            "test -f /usr/share/wordpress/wp-load.php && php --version && command -v mariadbd"),
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
            new Counterpart(
                    "Python feedparser",
                    "feedparser",
                    PUBLISH,
                    List.of("/usr/bin/python3", "-c", "import feedparser"),
                    List.of("python3-feedparser"),
                    ""),
            new Counterpart(
                    "the W3C feed validator",
                    "feed-validator",
                    PUBLISH,
                    List.of("/usr/bin/python3", "-c", "import lxml, html5lib, rdflib"),
                    List.of("python3-lxml", "python3-html5lib", "python3-rdflib"),
                    "FEED_VALIDATOR"));

    /** What Maven is told to run its tests, and no others. */
    List<String> arguments() {
        return module.equals(ACCEPTANCE)
                ? List.of("verify", "-pl", module, "-P", profile)
                // Modules are not installed, so those it needs are built beside it; their tests have run before.
                : List.of(
                        "verify",
                        "-pl",
                        module,
                        "-am",
                        "-P",
                        profile,
                        "-Dtest=none",
                        "-Dit.test=*ReadersIT,*ChannelIT",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dfailsafe.failIfNoSpecifiedTests=false");
    }
}
