package parallax.enrich.annotate;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import parallax.enrich.normalize.Article;
import parallax.enrich.text.Folding;
import parallax.enrich.text.LatinWords;
import parallax.events.ArticleEnriched.Topic;

/** What an article is about: topics of our vocabulary, by the density and variety of their cue words. */
public final class TopicTagger {

    private static final int MOST = 6;
    private static final double ENOUGH = 0.35;

    private final List<Entry> vocabulary = new ArrayList<>();
    private final AhoCorasickDoubleArrayTrie<Cue> trie = new AhoCorasickDoubleArrayTrie<>();

    private record Entry(String id, String english, String simplified, String traditional) {

        String label(String language) {
            return language.equals("zh-Hans") ? simplified : language.equals("zh-Hant") ? traditional : english;
        }
    }

    private record Cue(String word, List<Integer> entries) {}

    /** Reads the vocabulary shipped with the release. */
    public TopicTagger() {
        TreeMap<String, Cue> cues = new TreeMap<>();
        for (String[] row : Table.rows("topics.tsv", 6)) {
            int entry = vocabulary.size();
            vocabulary.add(new Entry(row[0], row[2], row[3], row[4]));
            for (String word : Table.list(row[5])) {
                String folded = Folding.foldCase(word);
                cues.computeIfAbsent(folded, name -> new Cue(name, new ArrayList<>()))
                        .entries()
                        .add(entry);
            }
        }
        trie.build(cues);
    }

    /** At most six topics, best first. */
    public List<Topic> tag(Article article) {
        String text = Folding.foldCase(article.title() + "\n" + article.text());
        int[] hits = new int[vocabulary.size()];
        List<Set<String>> words = new ArrayList<>();
        vocabulary.forEach(entry -> words.add(new HashSet<>()));
        trie.parseText(text, (begin, end, cue) -> {
            if (isWord(text, begin, end)) {
                cue.entries().forEach(entry -> {
                    hits[entry]++;
                    words.get(entry).add(cue.word());
                });
            }
        });
        double thousands = Math.max(1, text.length() / 1000.0);
        List<Topic> topics = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            double score = score(hits[i] / thousands, words.get(i).size());
            if (score >= ENOUGH) {
                Entry entry = vocabulary.get(i);
                topics.add(new Topic(entry.id(), entry.label(article.language()), Math.round(score * 100) / 100.0));
            }
        }
        topics.sort(Comparator.comparingDouble(Topic::score).reversed().thenComparing(Topic::id));
        return topics.subList(0, Math.min(MOST, topics.size()));
    }

    /** Both how often and in how many words count; one word repeated is a habit of speech. */
    private static double score(double perThousand, int variety) {
        return (1 - Math.exp(-perThousand / 3)) * (1 - Math.exp(-variety / 2.0));
    }

    private static boolean isWord(String text, int begin, int end) {
        return !LatinWords.continuesAt(text, begin) && (!LatinWords.continuesAt(text, end) || plural(text, end));
    }

    private static boolean plural(String text, int end) {
        int next = text.charAt(end) == 's' ? end + 1 : end;
        return next >= text.length() || !LatinWords.isLatin(text.charAt(next));
    }
}
