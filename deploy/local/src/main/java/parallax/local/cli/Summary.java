package parallax.local.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import parallax.local.system.Layout;
import parallax.local.system.State;

/** Where to look at what runs. */
final class Summary {

    private Summary() {}

    static String of(State state, Layout layout) {
        List<String> lines = new ArrayList<>();
        String publish = state.urls().get("publish");
        if (publish != null) {
            lines.add("Page        " + publish + "/");
            lines.add(
                    "Feeds       " + publish + "/feeds/stories.rss  .atom  .json   (OPML: " + publish + "/feeds.opml)");
            lines.add("API         " + publish + "/v1/stories");
        }
        String ingest = state.urls().get("ingest");
        if (ingest != null) {
            lines.add("Push to     " + ingest + "/v1/documents");
        }
        lines.add("Token       " + state.token() + "   (file " + layout.tokenFile() + ")");
        if (publish != null) {
            lines.add("Blog posts  " + layout.posts());
        }
        lines.add("Webhooks    " + state.receiver() + "   (what arrived, signatures verified)");
        Collection<String> management = state.management().values();
        if (!management.isEmpty()) {
            lines.add("Health      " + each(management, "/actuator/health"));
            lines.add("Metrics     " + each(management, "/actuator/prometheus"));
        }
        lines.add("Logs        " + layout.logs());
        return String.join("\n", lines) + "\n";
    }

    private static String each(Collection<String> urls, String path) {
        return String.join(
                "\n            ", urls.stream().map(url -> url + path).toList());
    }
}
