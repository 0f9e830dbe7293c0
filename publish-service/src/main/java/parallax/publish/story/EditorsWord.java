package parallax.publish.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import parallax.events.ArticleEnriched;
import parallax.events.EditorDecided;
import parallax.events.EditorDecided.Verdict;

/**
 * What editors last said of articles: which may be shown, and which is to lead. It is about articles, not stories, so it goes with
 * them wherever the grouping puts them.
 *
 * @param shown by document id the standing hold or release
 * @param leads by document id the standing word that it is to lead
 */
public record EditorsWord(Map<String, EditorDecided> shown, Map<String, EditorDecided> leads) {

    /** No editor has said anything. */
    public static final EditorsWord NONE = new EditorsWord(Map.of(), Map.of());

    /** Of two decisions about one thing the later holds. */
    public static final Comparator<EditorDecided> BY_TIME =
            Comparator.comparing(EditorDecided::decidedAt).thenComparing(EditorDecided::decisionId);

    /** What stands of {@code decisions}, which may come in any order. */
    public static EditorsWord of(Collection<EditorDecided> decisions) {
        Map<String, EditorDecided> shown = new HashMap<>();
        Map<String, EditorDecided> leads = new HashMap<>();
        for (EditorDecided decision : decisions.stream().sorted(BY_TIME).toList()) {
            for (String document : decision.documents()) {
                switch (decision.verdict()) {
                    case HOLD, RELEASE -> shown.put(document, decision);
                    case LEAD -> leads.put(document, decision);
                    case NO_LEAD -> leads.remove(document);
                    case SPLIT, MERGE, SAME, NOT_SAME -> {} // enrich obeys these
                }
            }
        }
        return new EditorsWord(Map.copyOf(shown), Map.copyOf(leads));
    }

    /** Whether the article may go outside: an editor's word is above its being a draft. */
    public boolean shows(ArticleEnriched article) {
        EditorDecided said = shown.get(article.documentId());
        return said == null ? !article.draft() : said.verdict() == Verdict.RELEASE;
    }

    /** The decision that holds the article, if one does. */
    public Optional<EditorDecided> hold(String documentId) {
        return Optional.ofNullable(shown.get(documentId)).filter(said -> said.verdict() == Verdict.HOLD);
    }

    /** The decision that released the article, if one did. */
    public Optional<EditorDecided> release(String documentId) {
        return Optional.ofNullable(shown.get(documentId)).filter(said -> said.verdict() == Verdict.RELEASE);
    }

    /** What stands of an article, in the words of the interface: {@code hold} or {@code release}, {@code lead}. */
    public List<String> standing(String documentId) {
        return Stream.of(shown.get(documentId), leads.get(documentId))
                .filter(Objects::nonNull)
                .map(decision -> decision.verdict().name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The article among {@code articles} that is to lead, if one of these is; where stories met that had one each, the later word holds. */
    Optional<ArticleEnriched> lead(Collection<ArticleEnriched> articles) {
        return articles.stream()
                .filter(article -> leads.containsKey(article.documentId()))
                .max(Comparator.comparing(article -> leads.get(article.documentId()), BY_TIME));
    }

    /** The standing words that one of {@code documentIds} is to lead, oldest first. */
    public List<EditorDecided> leadsAmong(Collection<String> documentIds) {
        return documentIds.stream()
                .filter(leads::containsKey)
                .map(leads::get)
                .sorted(BY_TIME)
                .toList();
    }
}
