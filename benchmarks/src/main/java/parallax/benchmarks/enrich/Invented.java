package parallax.benchmarks.enrich;

import java.time.Instant;
import java.util.Random;
import parallax.benchmarks.enrich.Words.Name;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

/**
 * Articles about interviews that never were, in English and Chinese by turns; the same numbers give the same article. Interviews come
 * in rounds: of each, the first are with two famous guests, all others with a guest who gives no other.
 */
public final class Invented {

    /** Articles of one interview. */
    public static final int ARTICLES = 3;

    static final int ROUND = 15_000;

    /** Interviews of a round's first famous guest: few enough that all are compared again whenever another comes. */
    static final int LESS_FAMOUS = 50;

    /** Interviews of both. */
    static final int FAMOUS = 150;

    private static final int FAMOUS_GUESTS = 60_000;
    private static final int SHOWS = 300;
    private static final int PARAGRAPHS = 8;

    private final int interview;
    private final Name guest;
    private final Name host;
    private final String show;
    private final Name[] names = new Name[8];
    private final String[] numbers = new String[PARAGRAPHS];

    private Invented(int interview, int guest) {
        Random random = new Random(interview * 7919L);
        this.interview = interview;
        this.guest = Words.person(guest);
        int programme = random.nextInt(SHOWS);
        this.host = Words.person(61_000 + programme);
        this.show = Words.name(62_000 + programme).latin();
        for (int i = 0; i < names.length; i++) {
            names[i] = Words.name(random.nextInt());
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = String.valueOf(11 + random.nextInt(8000));
        }
    }

    /** Interview {@code number} of the library. */
    public static Invented interview(int number) {
        int place = number % ROUND;
        int famous = FAMOUS_GUESTS + number / ROUND * 2 + (place < LESS_FAMOUS ? 0 : 1);
        return new Invented(number, place < FAMOUS ? famous : number);
    }

    /** Another one, with the guest of {@code other}. */
    static Invented withGuestOf(int number, int other) {
        int place = other % ROUND;
        return new Invented(number, FAMOUS_GUESTS + other / ROUND * 2 + (place < LESS_FAMOUS ? 0 : 1));
    }

    /** Its article {@code n}, from 0: English if even, else Chinese. */
    public DocumentReceived article(int n) {
        Random random = new Random(interview * 7919L + 1 + n);
        StringBuilder text = new StringBuilder();
        boolean english = n % 2 == 0;
        if (english) {
            english(text, random);
        } else {
            chinese(text, random);
        }
        return new DocumentReceived(
                "invented-" + interview + "-" + n,
                "1",
                "invented",
                null,
                "text/markdown",
                text.toString(),
                Rights.FULL,
                Instant.ofEpochSecond(1_700_000_000L + interview));
    }

    private void english(StringBuilder text, Random random) {
        text.append("# ")
                .append(guest.latin())
                .append(" on ")
                .append(Words.english(random, 3))
                .append("\n\n");
        text.append(guest.latin())
                .append(", who runs ")
                .append(names[0].latin())
                .append(", talked to ");
        text.append(host.latin()).append(" on the ").append(show).append(" podcast. In the interview, ");
        text.append(guest.surname())
                .append(" said that ")
                .append(Words.english(random, 12))
                .append(".\n");
        for (int i = 0; i < PARAGRAPHS; i++) {
            text.append("\nThe ").append(Words.english(random, 8)).append(" of ");
            text.append(name(random))
                    .append(' ')
                    .append(Words.english(random, 6))
                    .append(' ');
            text.append(numbers[i])
                    .append(" million dollars. ")
                    .append(name(random))
                    .append(' ');
            text.append(Words.english(random, 14)).append(". \"").append(Words.english(random, 9));
            text.append(",\" ").append(guest.surname()).append(" said.\n");
        }
    }

    private void chinese(StringBuilder text, Random random) {
        text.append("# ")
                .append(guest.han())
                .append("谈")
                .append(Words.chinese(random, 3))
                .append("\n\n");
        text.append(names[0].latin())
                .append("创始人")
                .append(guest.han())
                .append('（')
                .append(guest.latin());
        text.append("）做客").append(show).append("播客，接受").append(host.han()).append("的采访。\n");
        for (int i = 0; i < PARAGRAPHS; i++) {
            text.append('\n').append(Words.chinese(random, 9)).append("，").append(name(random));
            text.append(Words.chinese(random, 7))
                    .append(numbers[i])
                    .append("百万美元。")
                    .append(guest.han());
            text.append("说：“")
                    .append(Words.chinese(random, 12))
                    .append("，")
                    .append(Words.chinese(random, 8))
                    .append("。”\n");
        }
    }

    private String name(Random random) {
        return names[random.nextInt(names.length)].latin();
    }
}
