package parallax.publish.editor;

import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.events.EditorDecided.Verdict;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.decision.Decisions;
import parallax.publish.problem.PublishException;
import parallax.stream.Trace;

/** The editor's word over HTTP: 200 for what is done, 202 for what enrich still has to do. */
@RestController
class EditorController {

    private final Editor editor;
    private final Grouping grouping;
    private final Showing showing;
    private final Decisions decisions;
    private final PublishSettings settings;

    EditorController(Editor editor, Grouping grouping, Showing showing, Decisions decisions, PublishSettings settings) {
        this.editor = editor;
        this.grouping = grouping;
        this.showing = showing;
        this.decisions = decisions;
        this.settings = settings;
    }

    @PostMapping({"/v1/stories/{id}/{word:split|merge|lead}", "/v1/articles/{id}/{word:same|not-same|hold|release}"})
    ResponseEntity<Answer> decide(
            @PathVariable String id,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Request request,
            @RequestHeader(name = Trace.HEADER, required = false) @Nullable String trace,
            @Nullable Principal caller) {
        Verdict verdict = Verdict.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
        return answer(verdict, id, request, trace, caller);
    }

    @DeleteMapping(path = "/v1/stories/{id}/lead", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> noLead(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Request request,
            @RequestHeader(name = Trace.HEADER, required = false) @Nullable String trace,
            @Nullable Principal caller) {
        return answer(Verdict.NO_LEAD, id, request, trace, caller);
    }

    /** All decisions, newest first; {@code article} for those about one. */
    @GetMapping("/v1/decisions")
    Page<Said> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String article) {
        return decisions
                .list(PageRequest.of(cursor, limit, settings.pageSize()), article)
                .map(Said::of);
    }

    @GetMapping("/v1/decisions/{id}")
    Said one(@PathVariable String id) {
        return decisions.byId(id).map(Said::of).orElseThrow(() -> new PublishException.NotFound("decision", id));
    }

    private ResponseEntity<Answer> answer(
            Verdict verdict, String id, @Nullable Request asked, @Nullable String trace, @Nullable Principal caller) {
        Request request = checked((asked == null ? Request.EMPTY : asked).byOr(caller == null ? "" : caller.getName()));
        Answer answer = editor.decide(verdict, Trace.continueOrStart(trace), () -> switch (verdict) {
            case SPLIT -> grouping.split(id, request);
            case MERGE -> grouping.merge(id, request);
            case SAME, NOT_SAME -> grouping.pair(verdict, id, request);
            case HOLD -> showing.hold(id, request);
            case RELEASE -> showing.release(id, request);
            case LEAD -> showing.lead(id, request);
            case NO_LEAD -> showing.noLead(id, request);
        });
        return ResponseEntity.status(answer.changed() && verdict.groups() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(answer);
    }

    private Request checked(Request request) {
        check("by", request.by(), settings.editor().by());
        check("why", request.why(), settings.editor().why());
        return request;
    }

    private static void check(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new PublishException.Unprocessable(
                    "too-long",
                    "\"" + field + "\" has " + text.length() + " characters; at most " + most + " are kept.");
        }
        if (text != null
                && text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')) {
            throw new PublishException.Unprocessable(
                    "bad-text", "\"" + field + "\" has control characters in it, which no text needs.");
        }
    }
}
