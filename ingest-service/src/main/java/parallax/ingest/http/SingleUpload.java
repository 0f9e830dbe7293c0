package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import parallax.ingest.check.Utf8;
import parallax.ingest.emit.Acceptance;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.repeat.Answers;
import tools.jackson.databind.json.JsonMapper;

/** A body that is one document, as it is or in JSON. */
@Component
class SingleUpload {

    private final BoundedBody body;
    private final SubmissionJson json;
    private final SubmissionAdapter adapter;
    private final DocumentAcceptor acceptor;
    private final Answers answers;
    private final JsonMapper mapper;

    SingleUpload(
            BoundedBody body,
            SubmissionJson json,
            SubmissionAdapter adapter,
            DocumentAcceptor acceptor,
            Answers answers,
            JsonMapper mapper) {
        this.body = body;
        this.json = json;
        this.adapter = adapter;
        this.acceptor = acceptor;
        this.answers = answers;
        this.mapper = mapper;
    }

    /**
     * Takes it.
     *
     * @param key under which the sender may send it again and is answered as the first time; null if he gives none
     */
    Acceptance take(HttpServletRequest request, BodyType type, @Nullable String key, @Nullable String trace) {
        byte[] bytes = type.document().isPresent() ? body.document(request) : body.json(request);
        return key == null ? accept(request, type, bytes, trace) : once(key, request, type, bytes, trace);
    }

    private Acceptance once(
            String key, HttpServletRequest request, BodyType type, byte[] bytes, @Nullable String trace) {
        String caller = Objects.requireNonNullElse(request.getRemoteUser(), "");
        String answer = answers.once(
                key,
                caller,
                mapper.writeValueAsBytes(
                        Arrays.asList(request.getQueryString(), request.getHeader(HttpHeaders.CONTENT_TYPE), bytes)),
                () -> mapper.writeValueAsString(accept(request, type, bytes, trace)));
        return mapper.readValue(answer, Acceptance.class);
    }

    private Acceptance accept(HttpServletRequest request, BodyType type, byte[] bytes, @Nullable String trace) {
        Submission submission = type.document().isPresent()
                ? new Submission(
                        request.getParameter("source"),
                        request.getParameter("id"),
                        request.getParameter("url"),
                        type.document().get().mediaType(),
                        Utf8.decode(bytes),
                        request.getParameter("file"))
                : json.read(bytes);
        return acceptor.accept(List.of(adapter.adapt(submission)), trace).get(0);
    }
}
