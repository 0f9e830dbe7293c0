package parallax.publish.editor;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.events.EditorDecided;
import parallax.events.EditorDecided.Verdict;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Cursor;
import parallax.publish.decision.Decisions;
import parallax.publish.problem.PublishException;
import parallax.stream.Trace;

/** The editor's word over HTTP: 200 for what is done, 202 for what enrich still has to do. */
@RestController
class EditorController {

    private static final int MOST = 200;

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

    @DeleteMapping("/v1/stories/{id}/lead")
    ResponseEntity<Answer> noLead(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Request request,
            @RequestHeader(name = Trace.HEADER, required = false) @Nullable String trace,
            @Nullable Principal caller) {
        return answer(Verdict.NO_LEAD, id, request, trace, caller);
    }

    /** All decisions, newest first; {@code article} for those about one. */
    @GetMapping("/v1/decisions")
    Listed list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String article) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new PublishException.BadInput("bad-limit", "Bad limit", "\"limit\" must be 1 to " + MOST + ".", null);
        }
        int most = limit == null ? settings.pageSize() : limit;
        Cursor after = cursor == null || cursor.isEmpty() ? Cursor.START : Cursor.decode(cursor);
        List<EditorDecided> found = decisions.list(after.time(), after.id(), article, most + 1);
        List<EditorDecided> page = found.size() > most ? found.subList(0, most) : found;
        return new Listed(
                page.stream().map(Said::of).toList(),
                found.size() > most
                        ? new Cursor(
                                        page.get(most - 1).decidedAt(),
                                        page.get(most - 1).decisionId())
                                .encode()
                        : null);
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

    /**
     * A page of decisions.
     *
     * @param next cursor of the following page; null on the last
     */
    record Listed(List<Said> items, @Nullable String next) {}
}
