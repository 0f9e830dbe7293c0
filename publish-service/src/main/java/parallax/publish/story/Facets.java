package parallax.publish.story;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What feeds can be filtered by, as words such as {@code lang:zh}. */
public final class Facets {

    private Facets() {}

    /** Of an article or of all that a story shows outside; {@code zh-Hans} is found as {@code zh} too. */
    public static List<String> of(Collection<OutsideArticle> articles) {
        Set<String> facets = new TreeSet<>();
        for (OutsideArticle article : articles) {
            facets.add(facet("source", article.source()));
            article.topics().forEach(topic -> facets.add(facet("topic", topic.id())));
            article.entities().forEach(entity -> facets.add(facet("entity", entity.id())));
            String language = article.language();
            facets.add(facet("lang", language));
            int subtag = language.indexOf('-');
            if (subtag > 0) {
                facets.add(facet("lang", language.substring(0, subtag)));
            }
        }
        return List.copyOf(facets);
    }

    /** One facet; case does not matter. */
    public static String facet(String kind, String value) {
        return kind + ":" + value.toLowerCase(Locale.ROOT);
    }
}
