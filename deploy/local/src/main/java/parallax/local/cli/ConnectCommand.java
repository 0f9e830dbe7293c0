package parallax.local.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Connects a blog to the system that runs; what is wrong with it is said at once. */
@Command(
        name = "connect",
        description = "Connects a blog: each story becomes one post, and follows it. What you change in a post stays.",
        synopsisSubcommandLabel = "wordpress|ghost|markdown",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The same again changes the password, the key or the status of new posts; posts that are there stay.",
            "Passwords and keys are asked for, or taken from the variable PARALLAX_SECRET: never from the command line."
        })
final class ConnectCommand {

    @Command(
            name = "wordpress",
            description = {
                "A WordPress, by a user who may publish there.",
                "Make him an application password first: Users, Profile, Application Passwords."
            },
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "The password: It is asked for, or taken from the variable PARALLAX_SECRET: never from the command line.",
                "The same again changes the password or the status of new posts; posts that are there stay.",
                "",
                "./parallax connect wordpress https://blog.example.org --user ann",
                "./parallax connect wordpress https://blog.example.org --user ann --status draft --name my-blog"
            })
    int wordpress(
            @Mixin DataOption data,
            @Mixin NewPosts posts,
            @Parameters(paramLabel = "URL", description = "Of the blog: https://blog.example.org") String url,
            @Option(names = "--user", required = true, description = "Who writes there.") String user)
            throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("kind", "wordpress", "url", url, "user", user));
        body.put("password", Secret.ask("Application password of " + user + " at " + url));
        return connect(data, posts.nameOr(name(url)), posts.into(body));
    }

    @Command(
            name = "ghost",
            description = {
                "A Ghost, by the Admin API key of a custom integration.",
                "Make one first: Settings, Integrations, Add custom integration."
            },
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "The key: It is asked for, or taken from the variable PARALLAX_SECRET: never from the command line.",
                "The same again changes the key or the status of new posts; posts that are there stay.",
                "",
                "./parallax connect ghost https://blog.example.org",
                "./parallax connect ghost https://blog.example.org --publish-after PT2H"
            })
    int ghost(
            @Mixin DataOption data,
            @Mixin NewPosts posts,
            @Parameters(paramLabel = "URL", description = "Of the site: https://blog.example.org") String url)
            throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("kind", "ghost", "url", url));
        body.put("key", Secret.ask("Admin API key of " + url));
        return connect(data, posts.nameOr(name(url)), posts.into(body));
    }

    @Command(
            name = "markdown",
            description = {
                "A content folder of Hugo or Eleventy: a file a story.",
                "It must lie under the data folder's posts, or under a --cms-root that up or demo was started with."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "./parallax connect markdown .parallax/posts/blog"})
    int markdown(
            @Mixin DataOption data,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "What to call it (default: the folder's name).")
                    @Nullable
                    String name,
            @Parameters(paramLabel = "FOLDER", description = "Such as site/content/posts; made if it is missing.")
                    Path folder)
            throws IOException, InterruptedException {
        Path whole = folder.toAbsolutePath().normalize();
        String called = name == null ? name(String.valueOf(whole.getFileName())) : name;
        return connect(data, called, Map.of("kind", "markdown", "folder", whole.toString()));
    }

    private static int connect(DataOption data, String name, Map<String, Object> body)
            throws IOException, InterruptedException {
        return new Blog(data.running(), StartOptions.console()).connect(name, body) ? 0 : 1;
    }

    /** A CMS has a name of lower-case letters, digits and hyphens. */
    static String name(String urlOrFolder) {
        String host =
                urlOrFolder.matches("(?i)https?://.*") ? URI.create(urlOrFolder).getAuthority() : urlOrFolder;
        String plain = (host == null ? "" : host)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "blog" : plain.substring(0, Math.min(64, plain.length()));
    }

    /** How new posts come into being. */
    static final class NewPosts {

        @Option(names = "--name", paramLabel = "NAME", description = "What to call it (default: from the address).")
        private String name = "";

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "Of new posts: publish, draft or, with WordPress, pending (default: ${DEFAULT-VALUE}).")
        private String status = "publish";

        @Option(
                names = "--publish-after",
                paramLabel = "TIME",
                description = "New posts are scheduled so long after they come: PT2H, P1D.")
        private String publishAfter = "";

        String nameOr(String otherwise) {
            return name.isEmpty() ? otherwise : name;
        }

        Map<String, Object> into(Map<String, Object> body) {
            body.put("status", status);
            if (!publishAfter.isEmpty()) {
                body.put("publishAfter", publishAfter);
            }
            return body;
        }
    }
}
