package parallax.enrich.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parallax.enrich.Seeds;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.normalize.Normalizer;

/** Guests whom no gazetteer knows, in the ways in which articles, digests and transcripts name them. */
class GuestsTest {

    private static final InterviewReader READER = new InterviewReader(new Gazetteer());

    static Stream<Arguments> openings() throws IOException {
        try (InputStream in = Objects.requireNonNull(GuestsTest.class.getResourceAsStream("openings.txt"))) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^@@ "))
                    .skip(1)
                    .map(part -> part.split("\n", 2))
                    .map(part -> Arguments.of(part[0], part[1]));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("openings")
    void an_opening_tells_the_guest(String guests, String text) {
        assertThat(guests(text)).contains(guests.split(" / "));
    }

    @Test
    void who_is_said_to_ask_is_no_guest() {
        InterviewFacts facts = read("近日，俄裔数学家阿列克谢·莫罗佐夫接受了播客主持人尼尔·瓦德瓦的专访，谈到了猜想和孤独。莫罗佐夫表示，数学家最好的年纪是五十岁。");
        assertThat(facts.guests()).extracting(guest -> guest.value().name()).containsExactly("阿列克谢·莫罗佐夫");
        assertThat(facts.hosts()).extracting(host -> host.value().name()).containsExactly("尼尔·瓦德瓦");
    }

    /** After the whole name once, articles go on with half of it. */
    @Test
    void who_is_called_by_one_name_from_then_on_is_the_guest() {
        String rest = "Tove 认为，海带的收成由潮汐决定。在 Tove 看来，机器只能等。Tove 还说，第一年什么都没长出来。后来 Tove 换了一片海。";
        assertThat(guests("Tove Lindqvist 在卑尔根的一间船库里动手，身边只有几条狗。" + rest)).containsExactly("Tove Lindqvist");
        assertThat(guests("托芙·林奎斯特在卑尔根的一间船库里动手，身边只有几条狗。" + rest.replace("Tove", "林奎斯特")))
                .containsExactly("托芙·林奎斯特");
    }

    @Test
    void who_greets_and_names_himself_asks() {
        InterviewFacts facts = read("""
                Harold Nwosu：大家好，我是北湾电台的台长 Harold Nwosu。今天我与玛丽娜·科尔特斯在一起，聊聊灯塔。你怎么开始的？

                玛丽娜·科尔特斯：谢谢。灯塔的灯要每天擦。

                Harold Nwosu：每天？

                玛丽娜·科尔特斯：每天。

                Harold Nwosu：那盐呢？

                玛丽娜·科尔特斯：盐也擦。
                """);
        assertThat(facts.guests()).extracting(guest -> guest.value().name()).containsExactly("玛丽娜·科尔特斯");
        assertThat(facts.hosts()).extracting(host -> host.value().name()).containsExactly("Harold Nwosu");
    }

    /** Captions name one speaker and mark the other by nothing but a line of its own. */
    @Test
    void what_stands_between_the_turns_of_the_only_one_named_is_not_that_ones_question() {
        String turns = "Marisol: We plant in March.\n\nAnd what do the crabs do?\n\n".repeat(6);
        assertThat(Speakers.in(turns)).singleElement().satisfies(speaker -> assertThat(speaker.questions())
                .isZero());
    }

    /** As a machine writes down what it hears. */
    @Test
    void a_transcript_without_capitals_tells_the_guest() {
        String heard =
                ("so um welcome everybody to another episode of the deep end i'm your host sally brandt and today we have a "
                                + "really special guest kenji morikawa kenji is the founder of tidepool robotics and he was at boston "
                                + "dynamics for like nine years kenji welcome thanks sally it's so good to be here i mean i've listened "
                                + "to the deep end for years so tell me about the nine years at boston dynamics well i started as an "
                                + "intern and the first robot i worked on fell off a roof so yeah that was it")
                        .toLowerCase(Locale.ROOT);
        InterviewFacts facts = read(heard);
        assertThat(facts.guests()).extracting(guest -> guest.value().name()).containsExactly("Kenji Morikawa");
        assertThat(facts.hosts()).extracting(host -> host.value().name()).containsExactly("Sally Brandt");
    }

    private static Stream<String> guests(String text) {
        return read(text).guests().stream().map(guest -> guest.value().name());
    }

    private static InterviewFacts read(String text) {
        return READER.read(Normalizer.normalize(Seeds.document("d", text, Instant.EPOCH)));
    }
}
