package parallax.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up articles of some four kilobytes: each interview of a made-up guest is written up twice, in Chinese and in English. */
final class Articles {

    private static final List<String> FIRST =
            List.of("Anna", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hugo");
    private static final List<String> LAST =
            List.of("Berg", "Costa", "Dahl", "Egger", "Falk", "Grimm", "Holt", "Iversen");
    private static final List<String> SAID = List.of(
            "The factory made %d parts in its first year, she said.",
            "He expected %d percent growth within %d months.",
            "It would take %d launches and %d million dollars.",
            "They had %d people and %d machines when it began.");

    private Articles() {}

    /** The nth article, the same at every call. */
    static String article(String run, int n) {
        Random random = new Random(n / 2);
        String name = "%s %s%s".formatted(pick(FIRST, random), pick(LAST, random), letters(run + n / 2));
        String text = IntStream.range(0, 60)
                .mapToObj(i -> pick(SAID, random).formatted(random.nextInt(9_000), random.nextInt(90)))
                .collect(Collectors.joining("\n\n"));
        return n % 2 == 0
                ? "# Interview with %s\n\nOn March 3, 2026 %s sat down for a 90 minutes interview.\n\n%s\n"
                        .formatted(name, name, text)
                : "# 专访 %s\n\n%s 在2026年3月3日接受了90分钟的访谈。\n\n%s\n".formatted(name, name, text);
    }

    /** Names hold letters only. */
    private static String letters(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) ('a' + c % 26))).collect(Collectors.joining());
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
