package parallax.enrich.annotate;

import com.hankcs.hanlp.HanLP;
import java.util.Map;
import parallax.enrich.text.Language;

/**
 * What something is called in the three scripts.
 *
 * @param english also where a name was never put into English: the name as it stands
 * @param simplified in simplified Chinese
 * @param traditional in traditional Chinese
 */
public record Labels(String english, String simplified, String traditional) {

    /** Of a name that is written in one way everywhere. */
    static Labels of(String name) {
        return new Labels(name, HanLP.convertToSimplifiedChinese(name), HanLP.convertToTraditionalChinese(name));
    }

    /** Of a name that has a form in English and one in Chinese. */
    static Labels of(String english, String chinese) {
        Labels inChinese = of(chinese);
        return new Labels(english, inChinese.simplified, inChinese.traditional);
    }

    /** The label in {@code language} (BCP 47); English where that is neither Chinese. */
    public String in(String language) {
        return switch (language) {
            case Language.SIMPLIFIED -> simplified;
            case Language.TRADITIONAL -> traditional;
            default -> english;
        };
    }

    /** Every label by its language. */
    Map<String, String> byLanguage() {
        return Map.of(Language.ENGLISH, english, Language.SIMPLIFIED, simplified, Language.TRADITIONAL, traditional);
    }
}
