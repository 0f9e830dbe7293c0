package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parallax.enrich.interview.Phrases;
import parallax.enrich.interview.Wording;

/** Tells a repost of a text, changed a little, from another text about the same: by the share of its phrases (Broder, 1997) and of its names and numbers. */
final class Copies {

    /** So much of all phrases of the two must stand in both. */
    private static final double SHARE = 0.35;

    /** So much of the names and numbers of one the other must have: else a form was filled in twice. */
    private static final double AGREEMENT = 0.6;

    private static final int FEWEST_TERMS = 4;
    private static final int FEWEST_PHRASES = 20;
    private static final String KEY = "text:";
    private static final int KEYS = 4;
    private static final int KEYS_OF_A_COPY = 2;

    private Copies() {}

    static boolean isCopy(Profile a, Profile b, Overlaps overlaps) {
        Wording one = a.facts().wording();
        Wording other = b.facts().wording();
        boolean shared = share(one.latinPhrases(), other.latinPhrases()) >= SHARE
                || share(one.hanPhrases(), other.hanPhrases()) >= SHARE;
        return shared && agreement(overlaps) >= AGREEMENT;
    }

    /** The share of the names and numbers of one that the other has; 1 if there are too few to tell. */
    static double agreement(Overlaps overlaps) {
        Overlap names = overlaps.names();
        Overlap numbers = overlaps.numbers();
        int tried = names.size() + numbers.size();
        return tried < FEWEST_TERMS ? 1 : (names.found() + numbers.found()) / (double) tried;
    }

    /**
     * How many of the phrases that two texts share they say of one thing. Where much less is the same of names and numbers than of words,
     * a form was filled in twice: none, if two thirds as much is.
     *
     * @param shared phrases of both
     * @param less phrases of the one that has fewer
     */
    static double said(int shared, int less, double agreement) {
        return shared * inEarnest(shared, less, agreement);
    }

    /** The share of them, or of words that two texts share by what they mean, that is no form's: 0 to 1. */
    static double inEarnest(int shared, int less, double agreement) {
        return shared == 0 ? 0 : Math.max(0, Math.min(1, 3 * agreement * less / shared - 2));
    }

    /** Keys that copies are very likely to share: the least of their phrases' hashes. */
    static List<String> keys(Wording wording) {
        List<String> keys = new ArrayList<>();
        for (Phrases phrases : List.of(wording.latinPhrases(), wording.hanPhrases())) {
            for (int i = 0; i < KEYS && phrases.size() >= FEWEST_PHRASES; i++) {
                keys.add(KEY + Integer.toHexString(phrases.get(i)));
            }
        }
        return keys;
    }

    /** Whether it is one of {@link #keys}. */
    static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    /** One of each text: which of several copies is left depends on nothing but their ids. */
    static List<Profile> without(Collection<Profile> articles) {
        Set<String> seen = new HashSet<>();
        List<Profile> texts = new ArrayList<>();
        articles.stream().sorted(Comparator.comparing(Profile::documentId)).forEach(article -> {
            List<String> keys = keys(article.facts().wording());
            if (keys.stream().filter(seen::contains).count() < KEYS_OF_A_COPY) {
                texts.add(article);
            }
            seen.addAll(keys);
        });
        return texts;
    }

    private static double share(Phrases a, Phrases b) {
        if (Math.min(a.size(), b.size()) < FEWEST_PHRASES) {
            return 0;
        }
        int shared = a.shared(b);
        return shared / (double) (a.size() + b.size() - shared);
    }
}
