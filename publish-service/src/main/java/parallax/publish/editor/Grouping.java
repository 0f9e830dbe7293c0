package parallax.publish.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parallax.events.ArticleEnriched;
import parallax.events.EditorDecided;
import parallax.events.EditorDecided.Verdict;
import parallax.publish.catalog.Catalog;
import parallax.publish.decision.Decisions;
import parallax.publish.editor.Editor.Plan;
import parallax.publish.problem.PublishException;
import parallax.publish.story.InsideStory;

/** Decisions about which articles belong together: split, merge, same, not-same. Enrich obeys them, and stories come of that. */
@Component
class Grouping {

    private static final String SOON = "Stories, feeds and channels follow within seconds.";

    private final Catalog catalog;
    private final Decisions decisions;
    private final Editor editor;

    Grouping(Catalog catalog, Decisions decisions, Editor editor) {
        this.catalog = catalog;
        this.decisions = decisions;
        this.editor = editor;
    }

    Plan split(String storyId, Request request) {
        List<String> leaving = articles(request);
        Optional<EditorDecided> before = earlierSplit(storyId, leaving);
        if (before.isPresent()) {
            return repeated(before.get());
        }
        InsideStory story = catalog.current(storyId);
        List<String> members = members(story);
        leaving.stream()
                .filter(article -> !members.contains(article))
                .findFirst()
                .ifPresent(stranger -> {
                    catalog.article(stranger); // 404 if there is none at all
                    throw Showing.notInside(story, stranger);
                });
        List<String> staying =
                members.stream().filter(member -> !leaving.contains(member)).toList();
        if (staying.isEmpty()) {
            throw new PublishException.Unprocessable(
                    "nothing-stays",
                    "All articles of the story would leave it: name those that are to leave, and at least one must stay.");
        }
        String id = story.story().storyId();
        return plan(editor.decision(Verdict.SPLIT, request, id, leaving, staying), parted(id, leaving, staying));
    }

    /** What becomes of the story's id, as enrich has it: the larger part keeps it, of two as large that which founded the story. */
    private static String parted(String storyId, List<String> leaving, List<String> staying) {
        String named = String.join(", ", leaving);
        String others = String.join(", ", staying);
        String apart = " for a story of their own, or one that they match; they are never put together again with ";
        if (leaving.size() < staying.size()) {
            return "Articles " + named + " leave story " + storyId + apart + others + ", which keep it.";
        }
        if (leaving.size() > staying.size()) {
            return "Articles " + named + " are the larger part of story " + storyId + " and keep it: " + others
                    + " leave it" + apart + named + ".";
        }
        return "Articles " + named + " and " + others + " are parted, and never put together again. Story " + storyId
                + " stays with those that founded it; the others get a story of their own, or one that they match."
                + " Where an article stands, GET /v1/articles/{id} says.";
    }

    Plan merge(String storyId, Request request) {
        if (request.articles() != null) {
            return join(storyId, request);
        }
        if (request.with() == null) {
            throw new PublishException.Unprocessable(
                    "no-story",
                    "\"with\" must name the story to merge with, or \"articles\" those that belong to this one.");
        }
        if (request.with().equals(storyId)) {
            throw new PublishException.Unprocessable("same-story", "A story cannot be merged with itself.");
        }
        InsideStory one = catalog.current(storyId);
        InsideStory other = catalog.current(request.with());
        if (one.story().storyId().equals(other.story().storyId())) {
            return new Plan.Nothing(
                    decisions.grouping(members(one)).stream()
                            .filter(decision -> decision.verdict() == Verdict.MERGE)
                            .reduce((first, last) -> last)
                            .orElse(null),
                    "Both are story " + one.story().storyId() + " already.");
        }
        return plan(
                editor.decision(Verdict.MERGE, request, one.story().storyId(), members(one), members(other)),
                "Stories " + one.story().storyId() + " and " + other.story().storyId()
                        + " become one, under the older id; the other ends as merged.");
    }

    /** Articles belong to the story, wherever they are now: what undoes a split, from the moment that it is told. */
    private Plan join(String storyId, Request request) {
        if (request.with() != null) {
            throw new PublishException.Unprocessable("two-wishes", "Either \"with\" or \"articles\", not both.");
        }
        List<String> joining = articles(request);
        joining.forEach(catalog::article); // 404 if there is none
        InsideStory story = catalog.current(storyId);
        String id = story.story().storyId();
        List<String> others = members(story).stream()
                .filter(member -> !joining.contains(member))
                .toList();
        // Those that were split off may be the ones that kept the story.
        List<String> there = others.isEmpty()
                ? earlierSplit(storyId, joining).map(EditorDecided::others).orElse(List.of())
                : others;
        if (there.isEmpty()) {
            throw new PublishException.Unprocessable(
                    "nothing-to-join", "Story " + id + " has no other articles than those: there is nothing to join.");
        }
        return plan(
                editor.decision(Verdict.MERGE, request, id, there, joining),
                "Articles " + String.join(", ", joining) + " belong to story " + id
                        + ", and with them what they stand with elsewhere.");
    }

    Plan pair(Verdict verdict, String documentId, Request request) {
        if (request.article() == null) {
            throw new PublishException.Unprocessable("no-article", "\"article\" must name the other article.");
        }
        if (request.article().equals(documentId)) {
            throw new PublishException.Unprocessable("same-article", "An article cannot be compared with itself.");
        }
        String one = catalog.article(documentId).documentId();
        String other = catalog.article(request.article()).documentId();
        return plan(
                editor.decision(verdict, request, null, List.of(one), List.of(other)),
                verdict.joins()
                        ? "Articles " + one + " and " + other + " stand in one story from now on."
                        : "Articles " + one + " and " + other + " never stand in one story.");
    }

    private Plan plan(EditorDecided decision, String effect) {
        Pairs pairs =
                new Pairs(decisions.grouping(Stream.concat(decision.documents().stream(), decision.others().stream())
                        .toList()));
        Optional<EditorDecided> already = pairs.already(decision);
        if (already.isPresent()) {
            return repeated(already.get());
        }
        pairs.against(decision).ifPresent(earlier -> {
            throw Showing.contradiction("It was decided otherwise before: ", earlier);
        });
        return new Plan.Decide(decision, List.of(effect, SOON), List.of());
    }

    /** The same request again, perhaps after the articles have left. */
    private Optional<EditorDecided> earlierSplit(String storyId, List<String> leaving) {
        List<EditorDecided> said = decisions.grouping(leaving);
        Pairs pairs = new Pairs(said);
        return said.stream()
                .filter(decision -> decision.verdict() == Verdict.SPLIT
                        && storyId.equals(decision.storyId())
                        && decision.documents().equals(leaving)
                        && pairs.already(decision).isPresent())
                .reduce((first, last) -> last);
    }

    private static Plan repeated(EditorDecided standing) {
        return new Plan.Nothing(standing, "This stands already: " + Said.sentence(standing) + ".");
    }

    private static List<String> articles(Request request) {
        List<String> articles = new ArrayList<>();
        if (request.articles() != null) {
            request.articles().stream()
                    .filter(Objects::nonNull)
                    .filter(article -> !article.isBlank())
                    .distinct()
                    .sorted()
                    .forEach(articles::add);
        }
        if (articles.isEmpty()) {
            throw new PublishException.Unprocessable(
                    "no-articles", "\"articles\" must name the articles that are meant.");
        }
        return articles;
    }

    private static List<String> members(InsideStory story) {
        return story.articles().stream()
                .map(ArticleEnriched::documentId)
                .sorted()
                .toList();
    }
}
