package parallax.benchmarks.grouping;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the models of the matching on labelled folders and writes them into the source tree, one stage after the other, for each
 * reads what the one before has written: {@code Fit guests|terms|pairs WEIGHTS FOLDER...}. Pairs of a {@code FOLDER*8} count eight
 * times. The last prints the figures of cross-validation over guests. {@code Fit FEATURE,FEATURE... WEIGHTS FOLDER...} fits these
 * weights of pairs and holds all others.
 */
public final class Fit {

    private Fit() {}

    /** Runs a stage. */
    public static void main(String[] args) {
        if (args.length < 3) {
            throw new IllegalArgumentException("say which stage, the file of weights and the labelled folders");
        }
        ModelFile file = new ModelFile(Path.of(args[1]));
        Corpus corpus = new Corpus(Arrays.asList(args).subList(2, args.length));
        switch (args[0]) {
            case "guests" -> new GuestFit(corpus, file).fit();
            case "terms" -> new TermFit(corpus, file).fit();
            case "pairs" -> new PairFit(corpus, file).fit();
            default -> new PairFit(corpus, file).fitOnly(List.of(args[0].split(",")));
        }
    }
}
