package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.List;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.RegionalWords;
import parallax.enrich.text.TracedText;

/** What speaks for a topic in an article, as numbers: the same for every script, since it is made of cues and clauses alone. */
final class TopicFeatures {

    /** Where an article says what it is about, in clauses. */
    private static final int LEAD = 30;

    /** In how many of so many parts of an article a topic is spoken of, tells whether it is about it or mentions it. */
    private static final int PARTS = 10;

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
        int[] parts = new int[vocabulary.terms().size()];
        vocabulary.find(text, (term, cue, offset) -> {
            int clause = clauses.at(offset);
            counts[cue]++;
            inLead[cue] |= clause < LEAD;
            parts[term] |= 1 << Math.min(clause * PARTS / clauses.count(), PARTS - 1);
        });
        int[] title =
                distinct(concat(List.of(article.title()), article.metadata().all(Field.SUMMARY)));
        int[] tags =
                distinct(concat(List.of(), article.metadata().all(Field.TAG)).replace('-', ' '));
        double[] strength = strength(counts, clauses);
        List<Features> features = new ArrayList<>();
        for (int term = 0; term < strength.length; term++) {
            if (strength[term] == 0 && title[term] == 0 && tags[term] == 0) {
                continue;
            }
            int lead = 0;
            for (int cue : vocabulary.cuesOf(term)) {
                lead += inLead[cue] ? 1 : 0;
            }
            double[] others = others(strength, term);
            features.add(new Features(
                    vocabulary.terms().get(term).id(),
                    List.of(
                            strength[term],
                            strength[term] - strongest(others),
                            Math.log1p(stronger(others, strength[term])),
                            (double) Integer.bitCount(parts[term]) / PARTS,
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
                sum += counts[cue] == 0 ? 0 : Math.pow(counts[cue], DAMPING);
            }
            strength[term] = Math.log1p(sum / per);
        }
        return strength;
    }

    /** What a topic is compared with: all but those that it is a part of, for they are as strong by nature. */
    private double[] others(double[] strength, int term) {
        double[] others = strength.clone();
        for (int broader : vocabulary.broaderOf(term)) {
            others[broader] = 0;
        }
        return others;
    }

    private static double strongest(double[] others) {
        double most = 0;
        for (double other : others) {
            most = Math.max(most, other);
        }
        return most;
    }

    private static int stronger(double[] others, double strength) {
        int stronger = 0;
        for (double other : others) {
            stronger += other > strength ? 1 : 0;
        }
        return stronger;
    }

    /** The strongest of those that are part of a topic speaks for it too. */
    private double narrower(double[] strength, int term) {
        double most = 0;
        for (int narrower : vocabulary.narrowerOf(term)) {
            most = Math.max(most, strength[narrower]);
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
        some.forEach(part -> all.append(part.toString()).append('\n'));
        more.forEach(part -> all.append(part.toString()).append('\n'));
        return folded(all.toString());
    }

    private static String folded(String text) {
        return RegionalWords.mainland(Folding.fold(text));
    }
}
