package parallax.benchmarks.grouping;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import parallax.enrich.article.Annotator;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.story.BlockKeys;
import parallax.enrich.story.Member;
import parallax.enrich.story.StoryMatcher;
import parallax.events.DocumentReceived;

/** Groups documents as enrich does: annotate, block by shared keys, match each block. */
final class Groups {

    private Groups() {}

    /** The story of each document, by its id. */
    static Map<String, String> of(List<DocumentReceived> documents) {
        Annotator annotator = new Annotator(Clock.systemUTC());
        List<Member> members = documents.parallelStream()
                .map(document -> new Member(
                        annotator.annotate(document).facts(), document.revision(), document.receivedAt(), null))
                .toList();
        Map<String, String> stories = new HashMap<>();
        for (List<Member> block : blocks(members)) {
            new StoryMatcher(id -> false).match(block, List.of()).changed().forEach(update -> update.content()
                    .members()
                    .forEach(member ->
                            stories.put(member.documentId(), update.before().id())));
        }
        return stories;
    }

    /** Those that share a key, directly or through others (union-find). */
    private static List<List<Member>> blocks(List<Member> members) {
        int[] parent = IntStream.range(0, members.size()).toArray();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            InterviewFacts facts = members.get(i).facts();
            for (String key : BlockKeys.of(facts)) {
                parent[root(parent, i)] = root(parent, first.getOrDefault(key, i));
                first.putIfAbsent(key, i);
            }
        }
        Map<Integer, List<Member>> blocks = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            blocks.computeIfAbsent(root(parent, i), root -> new ArrayList<>()).add(members.get(i));
        }
        return List.copyOf(blocks.values());
    }

    private static int root(int[] parent, int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }
}
