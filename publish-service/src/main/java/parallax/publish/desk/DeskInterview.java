package parallax.publish.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.events.Interview;
import parallax.publish.story.Day;

/** An interview as the page shows it. */
public record DeskInterview(
        @Nullable String guests,
        @Nullable String hosts,
        @Nullable String show,
        @Nullable String date,
        @Nullable String length,
        List<Recording> recordings) {

    private static final Map<String, String> PLACES = Map.of(
            "youtube.com", "YouTube",
            "youtu.be", "YouTube",
            "open.spotify.com", "Spotify",
            "podcasts.apple.com", "Apple Podcasts",
            "bilibili.com", "Bilibili",
            "b23.tv", "Bilibili",
            "x.com", "X");

    static DeskInterview of(Interview interview) {
        return new DeskInterview(
                names(interview.guests()),
                names(interview.hosts()),
                interview.show() == null ? null : interview.show().name(),
                date(interview.earliest(), interview.latest()),
                interview.minutes() == null ? null : length(interview.minutes()),
                interview.recordings().stream()
                        .filter(url -> url.matches("(?i)https?://\\S+"))
                        .map(url -> new Recording(url, place(url)))
                        .toList());
    }

    /** Where the interview can be heard or seen, and what people call that place. */
    record Recording(String url, String place) {}

    private static String place(String url) {
        String host = url.replaceFirst("(?i)^https?://(www\\.|m\\.)?", "")
                .replaceFirst("[/:?#].*$", "")
                .toLowerCase(Locale.ROOT);
        return PLACES.getOrDefault(host, host);
    }

    private static @Nullable String names(List<Interview.Named> people) {
        return people.isEmpty()
                ? null
                : String.join(", ", people.stream().map(Interview.Named::name).toList());
    }

    private static @Nullable String date(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        if (earliest == null) {
            return latest == null ? null : "by " + Day.words(latest);
        }
        return latest == null ? "after " + Day.words(earliest) : Words.days(earliest, latest);
    }

    private static String length(int minutes) {
        return minutes < 60
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
