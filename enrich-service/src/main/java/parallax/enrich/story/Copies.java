package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Phrases;
import parallax.enrich.interview.Wording;

/** Tells a repost of a text, changed a little, from another text about the same: by the share of its phrases (Broder, 1997). */
final class Copies {

    /** So much of all phrases of the two must stand in both. */
    private static final double SHARE = 0.35;

    private static final int FEWEST_PHRASES = 20;
    private static final int KEYS = 4;
    private static final int KEYS_OF_A_COPY = 2;

    private Copies() {}

    static boolean isCopy(InterviewFacts a, InterviewFacts b) {
        return share(a.wording().latinPhrases(), b.wording().latinPhrases()) >= SHARE
                || share(a.wording().hanPhrases(), b.wording().hanPhrases()) >= SHARE;
    }

    /** Keys that copies are very likely to share: the least of their phrases' hashes. */
    static List<String> keys(Wording wording) {
        List<String> keys = new ArrayList<>();
        for (Phrases phrases : List.of(wording.latinPhrases(), wording.hanPhrases())) {
            for (int i = 0; i < KEYS && phrases.size() >= FEWEST_PHRASES; i++) {
                keys.add("text:" + Integer.toHexString(phrases.get(i)));
            }
        }
        return keys;
    }

    /** One of each text: which of several copies is left depends on nothing but their ids. */
    static List<InterviewFacts> without(Collection<InterviewFacts> articles) {
        Set<String> seen = new HashSet<>();
        List<InterviewFacts> texts = new ArrayList<>();
        articles.stream()
                .sorted(Comparator.comparing(InterviewFacts::documentId))
                .forEach(article -> {
                    List<String> keys = keys(article.wording());
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
