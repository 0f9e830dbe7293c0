package parallax.enrich.interview;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Set;
import parallax.enrich.text.WordList;

/** How much a shared word tells, in nats, as far as language alone can say: a common word little, one in no dictionary most. */
public final class Rarity {

    /** So many words of English, the most frequent, are in every text and tell nothing. */
    public static final int COMMON_ENGLISH = 2500;

    /** So is a word of Chinese that stands so often in the texts that HanLP's dictionary was counted in. */
    public static final int COMMON_CHINESE = 3000;

    private static final double UNLISTED = 4;
    private static final double HOUSEHOLD = 0.5;
    private static final double CHINESE_WORDS = 60_000_000;

    /** Words that stand in every second article on business and technology. */
    private static final Set<String> HOUSEHOLD_WORDS = Set.of(
            ("api ceo cto cfo coo cpo vp pm pms llm llms gpt app apps ui ux saas b2b b2c roi kpi okr okrs pr prs uk eu ok vs"
                            + " gpu gpus cpu agi ml rl url www http https youtube podcast twitter google openai anthropic claude"
                            + " chatgpt gemini meta facebook apple microsoft amazon nvidia linkedin github slack tl dr rag mcp agent"
                            + " agents prompt token tokens cursor codex netflix uber airbnb stripe tesla spacex deepmind instagram"
                            + " tiktok reddit whatsapp iphone android windows mac web pdf csv sql json html css aws azure notion figma"
                            + " zoom python java javascript react linux a16z yc")
                    .split(" "));

    private Rarity() {}

    /** Of a word in Latin letters, in lower case. */
    public static double latin(String word) {
        if (HOUSEHOLD_WORDS.contains(word)) {
            return HOUSEHOLD;
        }
        int rank = WordList.COMMON_ENGLISH.rank(word, -1);
        if (rank >= 0) {
            return 0.3 + rank / 10_000.0 * 2.2;
        }
        return word.length() <= 2 ? 1 : UNLISTED;
    }

    /** Of a Chinese word, in simplified characters. */
    public static double han(String word) {
        return han(frequency(word));
    }

    /** Of a Chinese word of that {@link #frequency}. */
    static double han(int frequency) {
        return Math.log(CHINESE_WORDS / (1 + frequency)) / 3;
    }

    /** How often a Chinese word stands in the texts that HanLP's dictionary was counted in. */
    static int frequency(String word) {
        CoreDictionary.Attribute known = CoreDictionary.get(word);
        return known == null ? 0 : known.totalFrequency;
    }
}
