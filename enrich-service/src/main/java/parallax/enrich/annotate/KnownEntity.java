package parallax.enrich.annotate;

import java.util.List;

/**
 * An entry of the gazetteer.
 *
 * @param id stable, lower case
 * @param type {@code person}, {@code organisation}, {@code product}, {@code work}, {@code place} or {@code show}
 * @param english its name in English
 * @param simplified its name in simplified Chinese
 * @param traditional its name in traditional Chinese
 * @param hosts ids of the people who host it, if it is a show
 */
public record KnownEntity(
        String id, String type, String english, String simplified, String traditional, List<String> hosts) {

    /** Its name in {@code language} (BCP 47); English where that is neither Chinese. */
    public String label(String language) {
        return switch (language) {
            case "zh-Hans" -> simplified;
            case "zh-Hant" -> traditional;
            default -> english;
        };
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
