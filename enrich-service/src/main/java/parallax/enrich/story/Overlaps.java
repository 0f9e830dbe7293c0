package parallax.enrich.story;

/**
 * What two articles share of each kind of term.
 *
 * @param words or, of two languages, {@link Overlap#NONE}
 * @param glosses or, of one language, {@link Overlap#NONE}
 */
record Overlaps(Overlap names, Overlap numbers, Overlap words, Overlap glosses) {

    /** Of names and numbers alone, of which there are fewer than words. */
    static Overlaps withoutWords(Profile first, Profile second, Block block) {
        boolean oneLanguage = first.facts().chinese() == second.facts().chinese();
        return new Overlaps(
                Overlap.of(Overlap.Kind.NAMES, first, second, block),
                Overlap.of(Overlap.Kind.NUMBERS, first, second, block),
                oneLanguage ? Overlap.UNKNOWN : Overlap.NONE,
                oneLanguage ? Overlap.NONE : Overlap.UNKNOWN);
    }

    /** The same with words, and what they mean. */
    Overlaps withWords(Profile first, Profile second, Block block) {
        return new Overlaps(
                names,
                numbers,
                Overlap.of(Overlap.Kind.WORDS, first, second, block),
                Overlap.of(Overlap.Kind.GLOSSES, first, second, block));
    }

    /** Whether words were looked into. */
    boolean areAll() {
        return words != Overlap.UNKNOWN && glosses != Overlap.UNKNOWN;
    }
}
