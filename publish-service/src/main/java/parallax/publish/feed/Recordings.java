package parallax.publish.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.events.Interview;

/** Where an interview can be heard or seen, as far as its facts say. */
final class Recordings {

    private static final Map<String, String> FILES = Map.of(
            "mp3", "audio/mpeg",
            "m4a", "audio/mp4",
            "ogg", "audio/ogg",
            "opus", "audio/ogg",
            "wav", "audio/wav",
            "mp4", "video/mp4",
            "m4v", "video/mp4",
            "webm", "video/webm");

    private Recordings() {}

    static List<Item.Recording> of(@Nullable Interview interview) {
        return interview == null
                ? List.of()
                : interview.recordings().stream()
                        .map(url -> SafeHtml.absolute(url, null))
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(url -> new Item.Recording(url, mediaType(url)))
                        .toList();
    }

    private static @Nullable String mediaType(String url) {
        String path = Objects.requireNonNullElse(URI.create(url).getPath(), "");
        int dot = path.lastIndexOf('.');
        return dot < 0 ? null : FILES.get(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
