package parallax.enrich.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Phrases;
import parallax.enrich.interview.Wording;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

/**
 * An article's facts as they are stored: JSON, but for its words. Thousands of words as the keys of objects would be kept by the
 * parser for ever and cost ten times their reading; one line for each is all that they need.
 */
public final class StoredFacts {

    private static final char NEXT = '\n';
    private static final char NAME = '*';

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Wording.class, InLines.class)
            .build();

    private StoredFacts() {}

    /** In UTF-8. */
    public static byte[] write(InterviewFacts facts) {
        return MAPPER.writeValueAsBytes(facts);
    }

    /** As {@link #write} gave it. */
    static InterviewFacts read(byte[] stored) {
        return MAPPER.readValue(stored, InterviewFacts.class);
    }

    @JsonSerialize(converter = ToLines.class)
    @JsonDeserialize(converter = FromLines.class)
    private interface InLines {}

    /**
     * The words of an article, each on a line with how often it stands; a name is marked.
     *
     * @param latin {@code 3*kubernetes}
     * @param han {@code 2大模型}
     */
    private record Lines(String latin, String han, Phrases latinPhrases, Phrases hanPhrases) {}

    private static final class ToLines extends StdConverter<Wording, Lines> {

        @Override
        public Lines convert(Wording wording) {
            StringBuilder latin = new StringBuilder();
            wording.latin().forEach((word, term) -> {
                latin.append(term.count());
                if (term.name()) {
                    latin.append(NAME);
                }
                latin.append(word).append(NEXT);
            });
            StringBuilder han = new StringBuilder();
            wording.han()
                    .forEach((word, count) -> han.append(count).append(word).append(NEXT));
            return new Lines(latin.toString(), han.toString(), wording.latinPhrases(), wording.hanPhrases());
        }
    }

    private static final class FromLines extends StdConverter<Lines, Wording> {

        @Override
        public Wording convert(Lines lines) {
            Map<String, Wording.Term> latin = new LinkedHashMap<>();
            each(lines.latin(), (word, count) -> {
                boolean name = word.charAt(0) == NAME;
                latin.put(name ? word.substring(1) : word, new Wording.Term(count, name));
            });
            Map<String, Integer> han = new LinkedHashMap<>();
            each(lines.han(), han::put);
            return new Wording(latin, han, lines.latinPhrases(), lines.hanPhrases());
        }

        /** Words begin with no digit. */
        private static void each(String lines, BiConsumer<String, Integer> word) {
            int at = 0;
            while (at < lines.length()) {
                int count = 0;
                for (; isDigit(lines.charAt(at)); at++) {
                    count = 10 * count + lines.charAt(at) - '0';
                }
                int end = lines.indexOf(NEXT, at);
                word.accept(lines.substring(at, end), count);
                at = end + 1;
            }
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
