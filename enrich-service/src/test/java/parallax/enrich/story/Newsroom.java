package parallax.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parallax.enrich.interview.InterviewFacts;
import parallax.events.StoryChanged;
import parallax.stream.EventJson;

/** The matching over a library in memory, all facts read back from JSON, as if the service were started anew before each article. */
final class Newsroom {

    private final Weighed weighed = new Weighed(1 << 20);
    private final InMemoryLibrary library = new InMemoryLibrary();
    private final Map<String, byte[]> living = new TreeMap<>();
    private final NavigableSet<String> ids = new TreeSet<>();
    final List<String> log = new ArrayList<>();
    private int said;

    void arrives(Member member, String content) {
        InterviewFacts stored = EventJson.read(EventJson.write(member.facts()), InterviewFacts.class);
        settle(
                List.of(member.documentId()),
                library.put(new Member(stored, member.revision(), member.receivedAt(), member.storyId()), content));
    }

    void leaves(String documentId) {
        settle(List.of(documentId), library.remove(documentId));
    }

    void says(String one, String other, boolean same) {
        library.tell(Told.of(one, other, same, Instant.EPOCH.plusSeconds(said++)));
        settle(List.of(one, other), List.of());
    }

    List<StoryState> stories() {
        return living.values().stream()
                .map(json -> EventJson.read(json, StoryState.class))
                .toList();
    }

    Map<Link, Linked> links(Set<String> documentIds) {
        return library.links(documentIds);
    }

    Set<NavigableSet<String>> groups() {
        return stories().stream()
                .map(story -> story.content().members().stream()
                        .map(StoryChanged.Member::documentId)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    private void settle(Collection<String> changed, Collection<String> keys) {
        Matching matching = new Matching(library, weighed);
        NavigableSet<String> documents = new TreeSet<>(matching.relink(changed, keys));
        Map<String, StoryState> stories = new HashMap<>();
        for (int before = -1; documents.size() > before; ) {
            before = documents.size();
            for (StoryState story : stories()) {
                Set<String> members = story.content().members().stream()
                        .map(StoryChanged.Member::documentId)
                        .collect(Collectors.toSet());
                if (members.stream().anyMatch(documents::contains)) {
                    stories.put(story.id(), story);
                    documents.addAll(members);
                }
            }
            matching.components(documents)
                    .forEach(component -> component.forEach(member -> documents.add(member.documentId())));
        }
        StoryMatcher.Outcome outcome =
                new StoryMatcher(matching, this::known).match(matching.components(documents), stories.values());
        outcome.changed().forEach(update -> {
            StoryState before = update.before();
            ids.add(before.id());
            living.put(
                    before.id(),
                    EventJson.write(new StoryState(
                            before.id(),
                            before.version() + 1,
                            before.foundedAt(),
                            before.splitFrom(),
                            update.content())));
        });
        outcome.removed().forEach((story, into) -> {
            living.remove(story.id());
            log.add(story.id() + " -> " + into);
        });
    }

    private Set<String> known(Set<String> asked) {
        return asked.stream().filter(ids::contains).collect(Collectors.toSet());
    }
}
