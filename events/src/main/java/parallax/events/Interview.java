package parallax.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded conversation that took place once, as far as it is known.
 *
 * @param guests who was interviewed
 * @param hosts who asked
 * @param show the programme or the occasion
 * @param episode its number within the show
 * @param venue where it took place
 * @param earliest first day on which it can have been recorded, inclusive
 * @param latest last day on which it can have been recorded, inclusive; equal to {@code earliest} when the day is known
 * @param minutes length of the recording
 * @param recordings URLs of the recording, each where a person can play it
 */
public record Interview(
        List<Named> guests,
        List<Named> hosts,
        @Nullable Named show,
        @Nullable Integer episode,
        @Nullable String venue,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable Integer minutes,
        List<String> recordings) {

    /**
     * A person or show.
     *
     * @param id stable id
     * @param name for people to read
     */
    public record Named(String id, String name) {}
}
