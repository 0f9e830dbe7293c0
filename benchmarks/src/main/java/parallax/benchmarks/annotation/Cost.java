package parallax.benchmarks.annotation;

import com.hankcs.hanlp.HanLP;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import parallax.enrich.annotate.EntityLinker;
import parallax.enrich.annotate.TopicTagger;
import parallax.enrich.normalize.Article;

/** What annotation costs, beside one segmentation of the same texts in the same run. */
final class Cost {

    private static final int ROUNDS = 3;

    private Cost() {}

    /** A line of figures for people; the last of three rounds, for the machine warms up. */
    static String of(Collection<Article> texts, EntityLinker entities, TopicTagger topics) {
        double annotation = 0;
        double segmentation = 0;
        for (int round = 0; round < ROUNDS; round++) {
            annotation = seconds(texts, text -> {
                entities.link(text);
                topics.tag(text);
            });
            segmentation = seconds(texts, text -> HanLP.segment(text.text().toString()));
        }
        return String.format(
                Locale.ROOT,
                "%ncost of entities and topics: %.2f s, %.2f times one segmentation of the same %d texts",
                annotation,
                annotation / segmentation,
                texts.size());
    }

    private static double seconds(Collection<Article> texts, Consumer<Article> work) {
        long start = System.nanoTime();
        texts.forEach(work);
        return (System.nanoTime() - start) / 1e9;
    }
}
