package parallax.benchmarks.grouping;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parallax.enrich.article.Annotator;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.story.InMemoryLibrary;
import parallax.enrich.story.Matching;
import parallax.enrich.story.Member;
import parallax.enrich.story.StoryMatcher;
import parallax.enrich.story.StoryState;
import parallax.enrich.story.Weighed;
import parallax.events.DocumentReceived;

/** Groups documents as enrich does: one after the other in the order given, each linked as it comes. */
final class Groups {

    /** For pairs weighed before, in bytes. */
    private static final long MEMORY = 32 << 20;

    private Groups() {}

    /** What each document says of its interview, by its id. */
    static Map<String, InterviewFacts> facts(List<DocumentReceived> documents) {
        Annotator annotator = new Annotator(Clock.systemUTC());
        return new TreeMap<>(
                documents.parallelStream().collect(Collectors.toMap(DocumentReceived::id, document -> annotator
                        .annotate(document)
                        .facts())));
    }

    /** What is said of each story, with the evidence. */
    static Set<StoryState.Content> of(List<DocumentReceived> documents, Map<String, InterviewFacts> facts) {
        InMemoryLibrary library = new InMemoryLibrary();
        Weighed weighed = new Weighed(MEMORY);
        for (DocumentReceived document : documents) {
            Member member = new Member(
                    Objects.requireNonNull(facts.get(document.id())), document.revision(), document.receivedAt(), null);
            new Matching(library, weighed).relink(List.of(document.id()), library.put(member, document.content()));
        }
        Matching matching = new Matching(library, weighed);
        TreeSet<String> all = new TreeSet<>(facts.keySet());
        all.retainAll(documents.stream().map(DocumentReceived::id).collect(Collectors.toSet()));
        return new StoryMatcher(matching, ids -> Set.of())
                .match(matching.components(all), List.of()).changed().stream()
                        .map(StoryMatcher.Update::content)
                        .collect(Collectors.toSet());
    }

    /** The story of each document, by its id: its first member's. */
    static Map<String, String> stories(Set<StoryState.Content> contents) {
        Map<String, String> stories = new HashMap<>();
        contents.forEach(story -> story.members()
                .forEach(member ->
                        stories.put(member.documentId(), story.members().get(0).documentId())));
        return stories;
    }
}
