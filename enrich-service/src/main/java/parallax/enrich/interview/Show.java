package parallax.enrich.interview;

import java.util.List;

/**
 * A programme or venue.
 *
 * @param id the gazetteer's, else made from the name
 * @param name for people to read
 * @param hosts ids of the people known to host it
 */
public record Show(String id, String name, List<String> hosts) {}
