package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import parallax.enrich.story.Library;
import parallax.enrich.story.Member;
import parallax.enrich.story.Told;

/** The library over the database. */
@Component
class StoredLibrary implements Library {

    private static final int AT_ONCE = 200;

    private final ArticleTable articles;
    private final LinkTable links;
    private final ToldTable told;

    StoredLibrary(ArticleTable articles, LinkTable links, ToldTable told) {
        this.articles = articles;
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
    public List<String> holders(String key, int most) {
        return articles.holders(key, most);
    }

    @Override
    public Set<String> holdersOfAny(Collection<String> keys, int most) {
        return articles.holdersOfAny(keys, most);
    }

    @Override
    public Set<String> linked(Collection<String> ids) {
        return links.linked(ids);
    }

    @Override
    public void link(String id, Collection<String> others) {
        links.replace(id, others);
    }

    @Override
    public List<Told> told(Collection<String> ids) {
        return told.of(ids);
    }

    @Override
    public String content(String documentId) {
        return articles.content(documentId);
    }
}
