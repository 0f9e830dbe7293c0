package parallax.enrich.annotate;

import java.util.List;

/**
 * What is known of one candidate of an article, as a model sees it. The same for every script that the article may be written in.
 *
 * @param id of a topic or an entity
 * @param values in the order of the lines of the model, after its first
 */
public record Features(String id, List<Double> values) {}
