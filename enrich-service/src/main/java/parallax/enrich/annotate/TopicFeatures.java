package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.List;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.TracedText;

/** What speaks for a topic in an article, as numbers: the same for every script, since it is made of cues and clauses alone. */
final class TopicFeatures {

    /** Where an article says what it is about, in clauses. */
    private static final int LEAD = 30;

    /** The tenth occurrence of a word says less than the first. */
    private static final double DAMPING = 0.75;

    private final TopicVocabulary vocabulary;

    TopicFeatures(TopicVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * How strongly a topic speaks in an article, and where.
     *
     * @param strength its cues in the whole text, each further occurrence counting less, per clause, logarithmic
     * @param variety how many different cues
     * @param lead different cues where the text begins
     * @param title different cues in title and summary
     * @param tags different cues among the document's own tags
     */
    record Signal(double strength, int variety, int lead, int title, int tags) {}

    /** One signal for each term of the vocabulary, in its order. */
    List<Signal> of(Article article) {
        String text = Folding.fold(article.text().toString());
        Clauses clauses = Clauses.of(text);
        int[] counts = new int[vocabulary.cues()];
        boolean[] inLead = new boolean[vocabulary.cues()];
        vocabulary.find(text, (term, cue, offset) -> {
            counts[cue]++;
            inLead[cue] |= clauses.at(offset) < LEAD;
        });
        int[] title = distinct(concat(List.of(article.title()), article.metadata().all(Field.SUMMARY)));
        int[] tags = distinct(concat(List.of(), article.metadata().all(Field.TAG)).replace('-', ' '));
        double per = Math.pow(clauses.count(), DAMPING) / 100;
        List<Signal> signals = new ArrayList<>();
        for (int term = 0; term < vocabulary.terms().size(); term++) {
            double strength = 0;
            int variety = 0;
            int lead = 0;
            for (int cue : vocabulary.cuesOf(term)) {
                strength += Math.pow(counts[cue], DAMPING);
                variety += counts[cue] > 0 ? 1 : 0;
                lead += inLead[cue] ? 1 : 0;
            }
            signals.add(new Signal(Math.log1p(strength / per), variety, lead, title[term], tags[term]));
        }
        return signals;
    }

    private int[] distinct(String folded) {
        boolean[] seen = new boolean[vocabulary.cues()];
        int[] distinct = new int[vocabulary.terms().size()];
        vocabulary.find(folded, (term, cue, offset) -> {
            distinct[term] += seen[cue] ? 0 : 1;
            seen[cue] = true;
        });
        return distinct;
    }

    private static String concat(List<TracedText> some, List<TracedText> more) {
        StringBuilder all = new StringBuilder();
        some.forEach(part -> all.append(part).append('\n'));
        more.forEach(part -> all.append(part).append('\n'));
        return Folding.fold(all.toString());
    }
}
