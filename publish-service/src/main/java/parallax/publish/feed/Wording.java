package parallax.publish.feed;

import java.time.LocalDate;
import parallax.publish.story.Day;
import parallax.publish.story.Language;

/** How languages and days are called: in feeds by codes, which readers already have and which therefore stay; on pages in words. */
enum Wording {
    /** {@code zh-Hant}, {@code 2026-02-05}. */
    CODES,
    /** {@code 繁體中文}, {@code 5 February 2026}. */
    WORDS;

    String language(String tag) {
        return this == CODES ? tag : Language.words(tag);
    }

    String day(LocalDate day) {
        return this == CODES ? day.toString() : Day.words(day);
    }
}
