package parallax.enrich.interview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.WordList;

/** What speaks for a person to be the guest, or to be one who asks, and the best place to quote for either. */
final class Standing {

    /** What the guest model weighs, in the order of {@link #features}. */
    static final List<String> FEATURES = List.of(
            "title",
            "head",
            "mentions",
            "share",
            "speaks",
            "asks",
            "introduced",
            "presented",
            "hosted",
            "hosting",
            "guest-field",
            "people-field",
            "host-field",
            "author-field",
            "given-name",
            "known",
            "early",
            "full-name",
            "most-named",
            "hosts-show",
            "transliterated",
            "interviewer",
            "dominates",
            "says",
            "office");

    Person person;
    final Fact<Person> first;
    int position = Integer.MAX_VALUE;
    int mentions;
    int inTitle;
    int inHead;
    int turns;
    int questions;
    double speaks;
    int introduced;
    int presented;
    int hosted;

    /** So many of the times that it was hosted by the words before it: not merely named beside another. */
    int asked;

    int hosting;
    double guestField;
    double peopleField;
    double hostField;
    double authorField;
    boolean hostsShow;
    boolean partner;

    /** Said to have asked, not only to have talked with somebody. */
    boolean interviewer;

    int quoted;
    int inOffice;

    @Nullable
    Fact<Person> asGuest;

    @Nullable
    Fact<Person> asHost;

    Standing(Person person, Fact<Person> first) {
        this.person = person;
        this.first = first;
    }

    /** Between 0 and about 3 each. */
    double[] features(int mostMentions, int allMentions) {
        String name = NameKey.of(person);
        List<String> parts = List.of(name.split(" "));
        return new double[] {
            inTitle > 0 ? 1 : 0,
            Math.log1p(Math.min(inHead, 8)),
            Math.log1p(Math.min(mentions, 100)),
            mentions / (double) Math.max(5, allMentions),
            Math.min(speaks, 0.9),
            turns == 0 ? 0 : questions / (double) turns,
            Math.min(introduced, 2),
            Math.min(presented, 2),
            Math.min(hosted, 2),
            Math.min(hosting, 2),
            guestField,
            peopleField,
            hostField,
            authorField,
            WordList.GIVEN_NAMES.contains(parts.get(0)) ? 1 : 0,
            person.known() ? 1 : 0,
            Math.exp(-position / 400.0),
            parts.size() > 1 || name.indexOf('·') > 0 ? 1 : 0,
            mentions == mostMentions ? 1 : 0,
            hostsShow ? 1 : 0,
            name.indexOf('·') > 0 ? 1 : 0,
            interviewer ? 1 : 0,
            mentions / (double) Math.max(1, allMentions),
            Math.log1p(Math.min(quoted, 6)),
            inOffice > 0 ? 1 : 0
        };
    }

    /** Whether something says that this is one who asks. A heading in capitals may look like a name: the name must be one. */
    boolean asksRather() {
        return isName() && speaksForAsking();
    }

    private boolean isName() {
        String name = NameKey.of(person);
        return person.known()
                || hostField > 0
                || Character.isIdeographic(name.codePointAt(0))
                || WordList.GIVEN_NAMES.contains(
                        NameLikeness.parts(name).stream().findFirst().orElse(name));
    }

    private boolean speaksForAsking() {
        return hostField > 0
                || hostsShow
                || partner
                || asked + 2 * hosting > introduced + presented
                || (turns >= 3 && questions * 2 > turns);
    }
}
