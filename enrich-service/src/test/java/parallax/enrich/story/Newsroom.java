package parallax.enrich.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import parallax.stream.EventJson;

/** A store in memory that keeps everything as JSON, as if the service were started anew before each article. */
final class Newsroom {

    private final Map<String, byte[]> members = new TreeMap<>();
    private final Map<String, byte[]> living = new TreeMap<>();
    private final NavigableSet<String> ids = new TreeSet<>();
    final List<String> log = new ArrayList<>();

    void arrives(Member member) {
        String story = members.containsKey(member.documentId())
                ? EventJson.read(members.get(member.documentId()), Member.class).storyId()
                : null;
        members.put(
                member.documentId(),
                EventJson.write(new Member(member.facts(), member.revision(), member.receivedAt(), story)));
        settle();
    }

    void leaves(String documentId) {
        members.remove(documentId);
        settle();
    }

    List<StoryState> stories() {
        return living.values().stream()
                .map(json -> EventJson.read(json, StoryState.class))
                .toList();
    }

    List<NavigableSet<String>> groups() {
        List<NavigableSet<String>> groups = new ArrayList<>();
        stories().forEach(story -> {
            NavigableSet<String> group = new TreeSet<>();
            story.content().members().forEach(member -> group.add(member.documentId()));
            groups.add(group);
        });
        groups.sort(java.util.Comparator.comparing(NavigableSet::first));
        return groups;
    }

    private void settle() {
        List<Member> all = members.values().stream()
                .map(json -> EventJson.read(json, Member.class))
                .toList();
        StoryMatcher.Outcome outcome = new StoryMatcher(ids::contains).match(all, stories());
        outcome.changed().forEach(update -> {
            StoryState before = update.before();
            ids.add(before.id());
            living.put(
                    before.id(),
                    EventJson.write(
                            new StoryState(before.id(), before.version() + 1, before.foundedAt(), update.content())));
        });
        outcome.removed().forEach((story, into) -> {
            living.remove(story.id());
            log.add(story.id() + " -> " + into);
        });
    }
}
