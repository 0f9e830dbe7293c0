package parallax.edge.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.edge.Problem;

/** {@code /v1/tokens}; needs the scope {@code admin}, for reads too. */
@RestController
@RequestMapping("/v1/tokens")
class TokensController {

    private static final int MOST = 200;

    private final Tokens tokens;
    private final Clock clock;

    TokensController(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A page of the list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Page(List<TokenView> items, @Nullable String next) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TokenView make(@RequestBody TokenRequest wanted, HttpServletRequest request) {
        return shown(tokens.make(
                wanted.requireName(),
                wanted.requireScopes(),
                wanted.rate(),
                wanted.end(clock.instant()),
                wanted.digest(),
                by(request)));
    }

    @PostMapping("/{id}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    TokenView rotate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable TokenRequest body,
            HttpServletRequest request) {
        AccessToken old = tokens.find(id).orElseThrow(() -> unknown(id));
        TokenRequest wanted = body == null ? TokenRequest.EMPTY : body;
        return shown(
                tokens.rotate(old, wanted.overlapOrDay(), wanted.end(clock.instant()), wanted.digest(), by(request)));
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw TokenRequest.invalid("\"limit\" must be 1 to " + MOST);
        }
        List<AccessToken> found = tokens.after(cursor, limit + 1);
        boolean more = found.size() > limit;
        List<AccessToken> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(token -> TokenView.of(token, null)).toList(),
                more ? page.get(limit - 1).id() : null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        if (!tokens.revoke(id)) {
            throw unknown(id);
        }
    }

    private static TokenView shown(Optional<Tokens.Made> made) {
        return made.map(one -> TokenView.of(one.token(), one.secret()))
                .orElseThrow(() -> problem(
                        HttpStatus.CONFLICT,
                        "token-known",
                        "Token known",
                        "A token with this \"hash\" is known already."));
    }

    private static String by(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getRemoteUser(), "");
    }

    private static ErrorResponseException unknown(String id) {
        return problem(
                HttpStatus.NOT_FOUND,
                "unknown-token",
                "Unknown token",
                "There is no token with the id \"" + id + "\". GET /v1/tokens lists those that are.");
    }

    private static ErrorResponseException problem(HttpStatus status, String kind, String title, String detail) {
        return new ErrorResponseException(status, Problem.of(status, kind, title, detail), null);
    }
}
