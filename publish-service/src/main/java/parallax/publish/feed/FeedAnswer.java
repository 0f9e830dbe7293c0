package parallax.publish.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A feed document ready to be sent, to whoever asks for it in whichever form.
 *
 * @param page for a browser
 * @param tag of both its forms, before they are told apart
 * @param printed the document, put together if somebody has it not yet
 */
record FeedAnswer(
        FeedKind kind,
        boolean page,
        String tag,
        Instant modified,
        String type,
        String cacheControl,
        String link,
        Supplier<Printed> printed) {

    /** The page of a feed shows strangers' texts: it may load pictures and our style sheet, and nothing runs. */
    static final String PAGE_POLICY = "default-src 'none'; img-src https: http:; style-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    void send(HttpServletRequest request, HttpServletResponse response, FeedCounters counters) throws IOException {
        boolean gzip = Asked.forGzip(request.getHeader("Accept-Encoding"));
        // Before a header stands: this may fail.
        Printed document = Asked.forNothingNew(request, tag, modified) ? null : printed.get();
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("Vary", "Accept, Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Access-Control-Allow-Origin", "*"); // a feed is for everybody's pages too
        response.setHeader("Link", link);
        response.setHeader("ETag", Asked.quoted(tag, gzip));
        if (!modified.equals(Instant.EPOCH)) {
            response.setDateHeader("Last-Modified", modified.toEpochMilli());
        }
        if (page) {
            response.setHeader("Content-Security-Policy", PAGE_POLICY);
        }
        if (document == null) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            counters.unchanged(kind);
            return;
        }
        boolean body = !request.getMethod().equals("HEAD");
        response.setContentType(type);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLength(document.gzip().length);
            if (body) {
                response.getOutputStream().write(document.gzip());
            }
        } else {
            response.setContentLength(document.length());
            if (body) {
                document.writeTo(response.getOutputStream());
            }
        }
        counters.sent(kind, page);
    }
}
