package parallax.enrich.interview;

/** From a recording's id to the page that plays it. */
public final class RecordingLinks {

    private RecordingLinks() {}

    /** Where a person can play {@code youtube:ID} and the like. */
    public static String url(String recording) {
        String id = recording.substring(recording.indexOf(':') + 1);
        return switch (recording.substring(0, recording.indexOf(':'))) {
            case "youtube" -> "https://www.youtube.com/watch?v=" + id;
            case "bilibili" -> "https://www.bilibili.com/video/" + id;
            case "spotify" -> "https://open.spotify.com/episode/" + id;
            default -> "https://podcasts.apple.com/podcast/?i=" + id;
        };
    }
}
