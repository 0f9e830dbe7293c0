package parallax.enrich.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;

/**
 * Names of one guest that do not sound alike, learned from whichever article says both: who reads 郑明远（Calvin Jeng） there knows
 * whom an article means that names only one of the two. A function of the articles that are stored.
 */
final class Aliases {

    /** So many articles are asked for a guest's other names. */
    static final int MOST_ASKED = 5;

    private final Reading library;
    private final Map<String, NavigableSet<String>> learned = new HashMap<>();

    Aliases(Reading library) {
        this.library = library;
    }

    /** The same articles, their possible guests by all names that are known of them. */
    List<Member> applied(List<Member> members) {
        NavigableSet<String> unknown = new TreeSet<>();
        members.forEach(member -> member.profile().guestSounds().stream()
                .filter(sound -> !learned.containsKey(sound))
                .forEach(unknown::add));
        if (!unknown.isEmpty()) {
            Map<String, Integer> mostOf = new TreeMap<>();
            unknown.forEach(sound -> mostOf.put(BlockKeys.ALIAS + sound, MOST_ASKED));
            members.forEach(member -> member.profile().guests().forEach(guest -> mostOf.put(guest, Blocks.SAMPLE)));
            library.holders(mostOf); // with those whose words will weigh theirs, all at once
            learn(unknown);
        }
        return members.stream().map(this::applied).toList();
    }

    private Member applied(Member member) {
        Map<String, List<String>> others = new HashMap<>();
        for (String sound : member.profile().guestSounds()) {
            NavigableSet<String> names = learned.getOrDefault(sound, new TreeSet<>());
            if (!names.isEmpty()) {
                others.put(sound, List.copyOf(names));
            }
        }
        return others.isEmpty()
                ? member
                : new Member(
                        member.profile().alsoCalled(others), member.revision(), member.receivedAt(), member.storyId());
    }

    private void learn(NavigableSet<String> sounds) {
        sounds.forEach(sound -> learned.put(sound, new TreeSet<>()));
        Map<String, List<String>> tellers = library.holders(
                sounds.stream().map(sound -> BlockKeys.ALIAS + sound).toList(), MOST_ASKED);
        NavigableSet<String> ids = new TreeSet<>();
        tellers.values().forEach(ids::addAll);
        if (!ids.isEmpty()) {
            Map<String, Member> articles = new HashMap<>();
            library.asStored(ids).forEach(article -> articles.put(article.documentId(), article));
            tellers.forEach((key, told) -> told.stream()
                    .map(articles::get)
                    .filter(Objects::nonNull)
                    .forEach(article -> learn(key.substring(BlockKeys.ALIAS.length()), article)));
        }
    }

    private void learn(String sound, Member article) {
        for (Person guest : BlockKeys.possibleGuests(article.facts())) {
            Collection<String> names = guest.names();
            if (names.stream().anyMatch(name -> NameLikeness.sounds(name).equals(sound))) {
                Objects.requireNonNull(learned.get(sound))
                        .addAll(names.stream()
                                .filter(name -> !NameLikeness.sounds(name).equals(sound))
                                .toList());
            }
        }
    }
}
