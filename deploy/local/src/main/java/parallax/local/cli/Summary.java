package parallax.local.cli;

import parallax.local.system.Layout;
import parallax.local.system.State;

/** Where to look at what runs. */
final class Summary {

    private Summary() {}

    static String of(State state, Layout layout) {
        String publish = state.urls().getOrDefault("publish", "");
        String ingest = state.urls().getOrDefault("ingest", "");
        return """
                Page        %1$s/
                Feeds       %1$s/feeds/stories.rss  .atom  .json   (OPML: %1$s/feeds.opml)
                API         %1$s/v1/stories
                Push to     %2$s/v1/documents
                Token       %3$s   (file %4$s)
                Blog posts  %5$s
                Webhooks    %6$s   (what arrived, signatures verified)
                Health      %7$s
                Metrics     %8$s
                Logs        %9$s
                """.formatted(
                        publish,
                        ingest,
                        state.token(),
                        layout.tokenFile(),
                        layout.posts(),
                        state.receiver(),
                        each(state, "/actuator/health"),
                        each(state, "/actuator/prometheus"),
                        layout.logs());
    }

    private static String each(State state, String path) {
        return String.join(
                "\n            ",
                state.management().values().stream().map(url -> url + path).toList());
    }
}
