package parallax.enrich.story;

/** What two articles share of each kind of term. */
record Overlaps(Overlap names, Overlap words, Overlap numbers, Overlap glosses) {

    static Overlaps of(Profile first, Profile second, Block block) {
        return new Overlaps(
                Overlap.of(Overlap.Kind.NAMES, first, second, block),
                Overlap.of(Overlap.Kind.WORDS, first, second, block),
                Overlap.of(Overlap.Kind.NUMBERS, first, second, block),
                Overlap.of(Overlap.Kind.GLOSSES, first, second, block));
    }
}
