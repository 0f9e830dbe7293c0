package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.List;
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
 * @param title how long the title is
 * @param lead how long what follows is in which an article says what it is about: its summary and how it begins
 */
record Head(TracedText text, String folded, List<LatinToken> tokens, Wording wording, int title, int lead) {

    private static final int BEGINNING = 1500;

    static Head of(Article article, WordingReader reader) {
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
        List<LatinToken> tokens = folded.equals(written) ? words : LatinToken.of(folded);
        boolean chinese = article.language().startsWith("zh");
        return new Head(
                text,
                folded,
                tokens,
                reader.read(folded, tokens, chinese),
                article.title().length(),
                Math.min(before + BEGINNING, text.length()) - article.title().length());
    }
}
