package parallax.enrich.store;

import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final char PLACE = ' ';

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
     * The words of an article, each on a line with how often and where it stands; a name is marked.
     *
     * @param latin {@code 3 412*kubernetes}
     * @param han {@code 2 80大模型}
     */
    private record Lines(String latin, String han, Phrases latinPhrases, Phrases hanPhrases) {}

    private static final class ToLines extends StdConverter<Wording, Lines> {

        @Override
        public Lines convert(Wording wording) {
            return new Lines(
                    lines(wording.latin()), lines(wording.han()), wording.latinPhrases(), wording.hanPhrases());
        }

        private static String lines(Map<String, Wording.Term> words) {
            StringBuilder lines = new StringBuilder();
            words.forEach((word, term) -> {
                lines.append(term.count()).append(PLACE).append(term.place());
                if (term.name()) {
                    lines.append(NAME);
                }
                lines.append(word).append(NEXT);
            });
            return lines.toString();
        }
    }

    private static final class FromLines extends StdConverter<Lines, Wording> {

        @Override
        public Wording convert(Lines lines) {
            return new Wording(words(lines.latin()), words(lines.han()), lines.latinPhrases(), lines.hanPhrases());
        }

        /** Words begin with no digit. */
        private static Map<String, Wording.Term> words(String lines) {
            Map<String, Wording.Term> words = new LinkedHashMap<>();
            int at = 0;
            while (at < lines.length()) {
                int count = 0;
                for (; lines.charAt(at) != PLACE; at++) {
                    count = 10 * count + lines.charAt(at) - '0';
                }
                int place = 0;
                for (at++; isDigit(lines.charAt(at)); at++) {
                    place = 10 * place + lines.charAt(at) - '0';
                }
                boolean name = lines.charAt(at) == NAME;
                int end = lines.indexOf(NEXT, at);
                words.put(lines.substring(name ? at + 1 : at, end), new Wording.Term(count, place, name));
                at = end + 1;
            }
            return words;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
