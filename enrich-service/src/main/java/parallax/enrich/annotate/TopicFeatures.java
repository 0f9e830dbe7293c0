package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Of each topic that any cue speaks for, in the order of the vocabulary. */
    List<Features> of(Article article) {
        String text = folded(article.text().toString());
        Clauses clauses = Clauses.of(text);
        int[] counts = new int[vocabulary.cues()];
        boolean[] inLead = new boolean[vocabulary.cues()];
        vocabulary.find(text, (term, cue, offset) -> {
            counts[cue]++;
            inLead[cue] |= clauses.at(offset) < LEAD;
        });
        int[] title =
                distinct(concat(List.of(article.title()), article.metadata().all(Field.SUMMARY)));
        int[] tags =
                distinct(concat(List.of(), article.metadata().all(Field.TAG)).replace('-', ' '));
        double[] strength = strength(counts, clauses);
        double most = Arrays.stream(strength).max().orElse(0);
        List<Features> features = new ArrayList<>();
        for (int term = 0; term < strength.length; term++) {
            if (strength[term] == 0 && title[term] == 0 && tags[term] == 0) {
                continue;
            }
            int variety = 0;
            int lead = 0;
            for (int cue : vocabulary.cuesOf(term)) {
                variety += counts[cue] > 0 ? 1 : 0;
                lead += inLead[cue] ? 1 : 0;
            }
            features.add(new Features(
                    vocabulary.terms().get(term).id(),
                    List.of(
                            strength[term],
                            strength[term] - most,
                            Math.log1p(stronger(strength, term)),
                            Math.log1p(variety),
                            Math.log1p(lead),
                            (double) Math.min(title[term], 3),
                            (double) Math.min(tags[term], 2),
                            Math.max(0, narrower(strength, term) - strength[term]))));
        }
        return features;
    }

    /** By topic: its cues in the whole text per clause, logarithmic. */
    private double[] strength(int[] counts, Clauses clauses) {
        double per = Math.pow(clauses.count(), DAMPING) / 100;
        double[] strength = new double[vocabulary.terms().size()];
        for (int term = 0; term < strength.length; term++) {
            double sum = 0;
            for (int cue : vocabulary.cuesOf(term)) {
                sum += Math.pow(counts[cue], DAMPING);
            }
            strength[term] = Math.log1p(sum / per);
        }
        return strength;
    }

    /** How many topics are stronger. */
    private static int stronger(double[] strength, int term) {
        int stronger = 0;
        for (double other : strength) {
            stronger += other > strength[term] ? 1 : 0;
        }
        return stronger;
    }

    /** The strongest of those that are part of a topic speaks for it too. */
    private double narrower(double[] strength, int term) {
        String id = vocabulary.terms().get(term).id();
        double most = 0;
        for (int other = 0; other < strength.length; other++) {
            if (vocabulary.terms().get(other).broader().contains(id)) {
                most = Math.max(most, strength[other]);
            }
        }
        return most;
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
        return folded(all.toString());
    }

    private static String folded(String text) {
        return RegionalWords.mainland(Folding.fold(text));
    }
}
