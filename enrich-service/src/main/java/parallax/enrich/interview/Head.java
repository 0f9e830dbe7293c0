package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.List;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.Mention;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Folding;
import parallax.enrich.text.LatinToken;
import parallax.enrich.text.TracedText;

/**
 * An article as it is read for people and facts: title, summary and text in one.
 *
 * @param text with the places in the document
 * @param folded the same in one form of writing, with capitals
 * @param tokens its words in Latin letters
 * @param wording the words that tell
 * @param mentions where it names what the gazetteer knows
 * @param title how long the title is
 * @param lead how long what follows is in which an article says what it is about: its summary and how it begins
 */
record Head(
        TracedText text,
        String folded,
        List<LatinToken> tokens,
        Wording wording,
        List<Mention> mentions,
        int title,
        int lead) {

    private static final int BEGINNING = 1500;

    /**
     * Reads {@code article}.
     *
     * @param mentions in its text
     */
    static Head of(Article article, WordingReader reader, Gazetteer gazetteer, List<Mention> mentions) {
        List<TracedText> summaries = article.metadata().all(Field.SUMMARY);
        // a text without a title is called by how it begins, and says that but once
        boolean ownTitle = !summaries.isEmpty()
                || !article.text().toString().startsWith(article.title().toString());
        List<TracedText> parts = new ArrayList<>(ownTitle ? List.of(article.title()) : List.of());
        parts.addAll(summaries);
        int before = parts.stream().mapToInt(part -> part.length() + 1).sum();
        parts.add(article.text());
        parts.addAll(article.metadata().all(Field.QUOTE));
        TracedText text = TracedText.lines(parts);
        String written = Folding.fold(text.toString());
        List<LatinToken> words = LatinToken.of(written);
        String folded = Casing.restored(written, words);
        boolean asWritten = folded.equals(written);
        List<LatinToken> tokens = asWritten ? words : LatinToken.of(folded);
        boolean chinese = article.language().startsWith("zh");
        return new Head(
                text,
                folded,
                tokens,
                reader.read(folded, tokens, chinese),
                asWritten
                        ? gazetteer.mentions(
                                folded, before, before + article.text().length(), mentions)
                        : gazetteer.mentions(folded),
                article.title().length(),
                Math.min(before + BEGINNING, text.length()) - article.title().length());
    }
}
