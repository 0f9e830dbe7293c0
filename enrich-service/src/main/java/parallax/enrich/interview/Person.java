package parallax.enrich.interview;

/**
 * A person as we know them.
 *
 * @param id the gazetteer's, else made from the name
 * @param name for people to read
 * @param known whether the gazetteer has them: of a person in no gazetteer there are few interviews, of a famous one many
 */
public record Person(String id, String name, boolean known) {}
