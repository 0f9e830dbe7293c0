package parallax.enrich.annotate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the gazetteer.
 *
 * @param id stable, lower case
 * @param type {@code person}, {@code organisation}, {@code product}, {@code work}, {@code place} or {@code show}
 * @param wikidata its id at Wikidata, where we are sure of it
 * @param labels what it is called
 * @param hosts ids of the people who host it, if it is a show
 */
public record KnownEntity(String id, String type, @Nullable String wikidata, Labels labels, List<String> hosts) {

    /** Its name in English. */
    public String english() {
        return labels.english();
    }

    /** Whether it is a person. */
    public boolean isPerson() {
        return type.equals("person");
    }

    /** Whether it is a show. */
    public boolean isShow() {
        return type.equals("show");
    }
}
