package parallax.publish.story;

import java.util.Locale;

/** Languages in words. */
public final class Language {

    private Language() {}

    /** A language as its own speakers call it; {@code tag} itself if nobody knows it. */
    public static String words(String tag) {
        return switch (tag) {
            case "und" -> "Unknown language";
            case "zh-Hans" -> "简体中文";
            case "zh-Hant" -> "繁體中文";
            default -> {
                Locale locale = Locale.forLanguageTag(tag);
                String name = locale.getDisplayLanguage(locale);
                yield name.isEmpty() ? tag : name;
            }
        };
    }
}
