package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import parallax.enrich.story.Library;
import parallax.enrich.story.Link;
import parallax.enrich.story.Linked;
import parallax.enrich.story.Member;
import parallax.enrich.story.Sketch;
import parallax.enrich.story.Told;

/** The library over the database. */
@Component
class StoredLibrary implements Library {

    private static final int AT_ONCE = 200;

    private final ArticleTable articles;
    private final KeyTable keys;
    private final LinkTable links;
    private final ToldTable told;

    StoredLibrary(ArticleTable articles, KeyTable keys, LinkTable links, ToldTable told) {
        this.articles = articles;
        this.keys = keys;
        this.links = links;
        this.told = told;
    }

    @Override
    public List<Member> members(Collection<String> ids) {
        List<String> sorted = ids.stream().distinct().sorted().toList();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += AT_ONCE) {
            members.addAll(articles.members(sorted.subList(i, Math.min(sorted.size(), i + AT_ONCE))));
        }
        return members;
    }

    @Override
    public Map<String, List<String>> holders(Map<String, Integer> mostOf) {
        return keys.holders(mostOf);
    }

    @Override
    public Map<String, Integer> counts(Collection<String> keys, int most) {
        return this.keys.counts(keys, most);
    }

    @Override
    public Map<String, Set<String>> sharing(Map<String, Set<String>> keysOf, int fewest) {
        return keys.sharing(keysOf, fewest);
    }

    @Override
    public Map<String, Sketch> sketches(Collection<String> ids) {
        return articles.sketches(ids);
    }

    @Override
    public Map<Link, Linked> links(Collection<String> ids) {
        return links.of(ids);
    }

    @Override
    public void relink(Collection<Link> gone, Map<Link, Linked> come) {
        links.change(gone, come);
    }

    @Override
    public List<Told> told(Collection<String> ids) {
        return told.of(ids);
    }

    @Override
    public Map<String, String> contents(Collection<String> documentIds) {
        return articles.contents(documentIds);
    }
}
