package parallax.publish.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;

/** A feed document ready to be sent, to whoever asks for it in whichever form. */
final class FeedAnswer {

    /** The page of a feed shows strangers' texts: it may load pictures and our style sheet, and nothing runs. */
    static final String PAGE_POLICY = "default-src 'none'; img-src https: http:; style-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final FeedKind kind;
    private final boolean page;
    private final String tag;
    private final Instant modified;
    private final String type;
    private final String cacheControl;
    private final String link;
    private final Supplier<Printed> printed;

    FeedAnswer(
            FeedKind kind,
            boolean page,
            String tag,
            Instant modified,
            String type,
            String cacheControl,
            String link,
            Supplier<Printed> printed) {
        this.kind = kind;
        this.page = page;
        this.tag = tag;
        this.modified = modified;
        this.type = type;
        this.cacheControl = cacheControl;
        this.link = link;
        this.printed = printed;
    }

    void send(HttpServletRequest request, HttpServletResponse response, FeedCounters counters) throws IOException {
        boolean gzip = Asked.forGzip(request.getHeader("Accept-Encoding"));
        // Before a header stands: this may fail.
        Printed document = Asked.forNothingNew(request, tag, modified) ? null : printed.get();
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("Vary", "Accept, Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
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
