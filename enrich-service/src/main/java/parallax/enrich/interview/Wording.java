package parallax.enrich.interview;

import java.util.Map;

/**
 * The words of an article, as far as it may share them with another by more than chance; the most telling first.
 *
 * @param latin words in Latin letters that are not among the commonest of English, in lower case
 * @param han words of Chinese that are not among its commonest, in simplified characters
 * @param latinPhrases its runs of four Latin words
 * @param hanPhrases its runs of eight Chinese characters; a fixed half of all
 */
public record Wording(Map<String, Term> latin, Map<String, Term> han, Phrases latinPhrases, Phrases hanPhrases) {

    /**
     * A word.
     *
     * @param count how often it stands
     * @param place where it stands in the mean, in thousandths of the text: 0 to 1000
     * @param name whether it is written as a name is: with a capital or a digit and not only where a sentence begins; of Chinese never
     */
    public record Term(int count, int place, boolean name) {}
}
