package parallax.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets nobody write without the bearer token (RFC 6750, section 2.1). Reads pass. */
final class TokenFilter extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "bearer ";

    private final byte[] expected;
    private final Set<String> open;
    private final JsonMapper json;

    TokenFilter(String token, Set<String> open, JsonMapper json) {
        this.expected = digest(token);
        this.open = open;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READS.contains(request.getMethod())
                || (request.getMethod().equals("POST") && open.contains(request.getRequestURI()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            refuse(
                    request,
                    response,
                    "Bearer realm=\"parallax\"",
                    Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "token-missing",
                            "Token missing",
                            "Writing needs the header \"Authorization: Bearer <token>\"."));
        } else if (!MessageDigest.isEqual(expected, digest(token))) { // digests have one length, so time tells nothing
            refuse(
                    request,
                    response,
                    "Bearer realm=\"parallax\", error=\"invalid_token\"",
                    Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "token-wrong",
                            "Token wrong",
                            "The bearer token is not the one this service was started with."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, String challenge, ProblemDetail problem)
            throws IOException {
        problem.setInstance(java.net.URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private static @Nullable String token(@Nullable String header) {
        return header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? null
                : header.substring(SCHEME.length()).strip();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
