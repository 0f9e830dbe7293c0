package parallax.publish.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.events.ArticleEnriched;
import parallax.events.EditorDecided;
import parallax.events.EditorDecided.Verdict;
import parallax.publish.catalog.Catalog;
import parallax.publish.decision.Decisions;
import parallax.publish.editor.Editor.Plan;
import parallax.publish.problem.PublishException;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.InsideStory;

/** Decisions about what is shown: hold, release, lead. */
@Component
class Showing {

    private final Catalog catalog;
    private final Decisions decisions;
    private final Reach reach;
    private final Editor editor;

    Showing(Catalog catalog, Decisions decisions, Reach reach, Editor editor) {
        this.catalog = catalog;
        this.decisions = decisions;
        this.reach = reach;
        this.editor = editor;
    }

    Plan hold(String documentId, Request request) {
        ArticleEnriched article = catalog.article(documentId);
        EditorsWord word = decisions.word(List.of(documentId));
        Optional<EditorDecided> held = word.hold(documentId);
        if (held.isPresent()) {
            return new Plan.Nothing(held.get(), "The article is held already: " + Said.sentence(held.get()) + ".");
        }
        String story = catalog.storyOf(documentId).orElse(null);
        List<String> effects = new ArrayList<>();
        List<String> notTakenBack = List.of();
        if (word.shows(article)) {
            effects.add("The article leaves the feeds.");
            if (story != null) {
                effects.addAll(reach.channels(story));
            }
            notTakenBack = reach.outForEver(documentId, story == null ? List.of() : List.of(story));
        } else {
            effects.add("The article is a draft and not outside; held, it stays inside when it is a draft no more.");
        }
        return new Plan.Decide(
                editor.decision(Verdict.HOLD, request, story, List.of(documentId), List.of()), effects, notTakenBack);
    }

    Plan release(String documentId, Request request) {
        ArticleEnriched article = catalog.article(documentId);
        EditorsWord word = decisions.word(List.of(documentId));
        if (word.shows(article)) {
            EditorDecided released = word.release(documentId).orElse(null);
            return new Plan.Nothing(
                    released,
                    released == null
                            ? "The article is neither a draft nor held: it is shown already."
                            : "The article is released already: " + Said.sentence(released) + ".");
        }
        String story = catalog.storyOf(documentId).orElse(null);
        String effect = story == null
                ? "The article is shown as soon as a story names it."
                : "The article is shown in story " + story + " and goes out on every channel.";
        return new Plan.Decide(
                editor.decision(Verdict.RELEASE, request, story, List.of(documentId), List.of()),
                List.of(effect),
                List.of());
    }

    Plan lead(String storyId, Request request) {
        if (request.article() == null) {
            throw new PublishException.Unprocessable(
                    "no-article", "\"article\" must name the article that is to lead.");
        }
        InsideStory story = catalog.current(storyId);
        ArticleEnriched article = story.articles().stream()
                .filter(member -> member.documentId().equals(request.article()))
                .findFirst()
                .orElseThrow(() -> notInside(story, request.article()));
        EditorsWord word = story.word();
        word.hold(article.documentId()).ifPresent(held -> {
            throw contradiction("The article that is to lead is held: ", held);
        });
        if (!word.shows(article)) {
            throw new PublishException.Unprocessable(
                    "draft-cannot-lead",
                    "The article is a draft, which represents nothing outside. Release it first: POST /v1/articles/"
                            + article.documentId() + "/release.");
        }
        List<EditorDecided> leads = leads(story);
        for (EditorDecided lead : leads) {
            if (lead.documents().contains(article.documentId())) {
                return new Plan.Nothing(lead, "The article leads already: " + Said.sentence(lead) + ".");
            }
        }
        if (!leads.isEmpty()) {
            throw contradiction("Another article was told to lead the story: ", leads.get(leads.size() - 1));
        }
        String id = story.story().storyId();
        List<String> effects = new ArrayList<>();
        effects.add("Article " + article.documentId() + " represents story " + id + " wherever it is shown.");
        effects.addAll(reach.channels(id));
        return new Plan.Decide(
                editor.decision(Verdict.LEAD, request, id, List.of(article.documentId()), List.of()),
                effects,
                List.of());
    }

    Plan noLead(String storyId, Request request) {
        InsideStory story = catalog.current(storyId);
        List<String> leads = leads(story).stream()
                .flatMap(lead -> lead.documents().stream())
                .distinct()
                .sorted()
                .toList();
        if (leads.isEmpty()) {
            return new Plan.Nothing(null, "No editor has said who leads the story: it is chosen by rule already.");
        }
        String id = story.story().storyId();
        return new Plan.Decide(
                editor.decision(Verdict.NO_LEAD, request, id, leads, List.of()),
                List.of("The lead of story " + id + " is chosen by rule again."),
                List.of());
    }

    static PublishException.Unprocessable notInside(InsideStory story, @Nullable String article) {
        return new PublishException.Unprocessable(
                "not-in-story",
                "Article \"" + article + "\" is not in story \"" + story.story().storyId() + "\"; GET /v1/articles/"
                        + article + " names the story it is in.");
    }

    static PublishException.Contradiction contradiction(String what, EditorDecided earlier) {
        return new PublishException.Contradiction(
                what + Said.sentence(earlier) + ". Undo that first: " + Said.undo(earlier) + ".",
                Said.of(earlier).asProperty(),
                Said.undo(earlier));
    }

    private static List<EditorDecided> leads(InsideStory story) {
        return story.word()
                .leadsAmong(story.articles().stream()
                        .map(ArticleEnriched::documentId)
                        .toList());
    }
}
