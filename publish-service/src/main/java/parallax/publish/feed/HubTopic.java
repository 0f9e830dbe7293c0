package parallax.publish.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A feed by its address: what one subscribes to at the hub. */
record HubTopic(Edition.Wish wish, FeedFormat format) {

    private static final Pattern PATH = Pattern.compile("/feeds/(stories|articles)\\.(rss|atom|json)");

    /** The feed at {@code address}; empty if none of ours is there. Pages and volumes have nothing new to tell. */
    static Optional<HubTopic> of(String address, String baseUrl) {
        if (!address.startsWith(baseUrl + "/feeds/")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address.substring(baseUrl.length()));
            Matcher path = PATH.matcher(uri.getRawPath());
            Map<String, List<String>> parameters = parameters(uri.getRawQuery());
            if (!path.matches() || uri.getRawFragment() != null || !FeedFilter.KINDS.containsAll(parameters.keySet())) {
                return Optional.empty();
            }
            return Optional.of(new HubTopic(
                    new Edition.Wish(FeedKind.of(path.group(1)), FeedFilter.of(parameters), new Place.Newest()),
                    FeedFormat.of(path.group(2))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> parameters(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters
                        .computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), any -> new ArrayList<>())
                        .add(equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
