package parallax.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.check.DocumentCheck;
import parallax.ingest.check.Utf8;
import parallax.ingest.feed.FeedItem;
import parallax.ingest.feed.ItemPage;
import parallax.ingest.fetch.ArticlePage;
import parallax.ingest.fetch.FetchFailed;
import parallax.ingest.fetch.Hosts;
import parallax.ingest.identity.CanonicalUrl;
import parallax.ingest.identity.ContentType;
import parallax.ingest.identity.DocumentId;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TooLarge;
import parallax.ingest.source.FullText;
import parallax.ingest.source.Source;

/** From an item of a feed to a document, with its text from the article's own page where the feed has only a summary. */
@Component
class ItemDocuments {

    static final String PAGE_MISSING = "full-text-missing";

    private final DocumentCheck check;
    private final IngestSettings settings;
    private final Pacing pacing;

    ItemDocuments(DocumentCheck check, IngestSettings settings) {
        this.check = check;
        this.settings = settings;
        this.pacing = new Pacing(settings.polling());
    }

    /** The page of the item is needed, and cannot be asked for in this visit. */
    static final class Later extends Exception {

        private static final long serialVersionUID = 1L;

        Later() {
            super("later", null, false, false);
        }
    }

    /**
     * What an item is.
     *
     * @param lacking whether its page could not be had for now, so that the feed's own text stands for it
     */
    record Made(NewDocument document, boolean lacking) {}

    /** What the item's page gives; nothing where it is not wanted. */
    private record Found(@Nullable ArticlePage page, boolean lacking) {

        static final Found NOTHING = new Found(null, false);
    }

    /**
     * The document that {@code item} is.
     *
     * @param knownId the id that it was given before, if it was seen
     * @throws Refusal if it is none that can be accepted
     * @throws Later if it has to wait for the next visit
     */
    Made make(Visit visit, FeedItem item, String format, @Nullable String knownId) throws Later {
        Source source = visit.source();
        Found found = page(visit, item);
        ArticlePage page = found.page();
        FeedItem whole = completed(item, page);
        String content = ItemPage.of(whole, page == null ? item.html() : page.html());
        byte[] bytes = Utf8.encode(content.replace("\0", ""));
        if (bytes.length > settings.maxDocumentSize().toBytes()) {
            throw new TooLarge(settings.maxDocumentSize().toBytes());
        }
        content = new String(bytes, UTF_8);
        check.check(ContentType.HTML, content);
        String how = page != null ? "page" : format.startsWith("sitemap") ? "sitemap" : "feed";
        NewDocument document = new NewDocument(
                knownId == null ? id(source, whole) : knownId,
                DocumentId.revision(bytes),
                whole.url(),
                ContentType.HTML,
                content,
                source.origin(how, visit.at(), item.licence()));
        return new Made(document, found.lacking());
    }

    /** The id of a document that this item alone is, whatever its address. */
    static String ownId(Source source, String key) {
        return DocumentId.of(null, null, source.name(), key.getBytes(UTF_8)).replaceFirst("^sha-", "item-");
    }

    private static String id(Source source, FeedItem item) {
        if (item.url() != null && item.ownUrl()) {
            try {
                return DocumentId.of(null, CanonicalUrl.of(item.url()), source.name(), new byte[0]);
            } catch (Refusal e) {
                return ownId(source, item.key()); // a web address that is too strange to name a document
            }
        }
        return ownId(source, item.key());
    }

    /** The article's page, if it is wanted and says more than the feed. */
    private Found page(Visit visit, FeedItem item) throws Later {
        FullText wanted = visit.source().fullText();
        boolean needed = wanted == FullText.ALWAYS || (wanted == FullText.AUTO && !item.complete());
        if (!needed
                || item.url() == null
                || !item.ownUrl()
                || pacing.pages(visit.items().size()) == 0) {
            return Found.NOTHING;
        }
        if (!visit.takePage(pacing.pages(visit.items().size()))) {
            throw new Later();
        }
        try {
            ArticlePage page = ArticlePage.read(
                    visit.get(URI.create(item.url()), Map.of("Accept", "text/html,application/xhtml+xml"), (int)
                            settings.polling().maxPageSize().toBytes()));
            boolean more = item.html() == null || page.words() >= item.html().length() / 2;
            return more ? new Found(page, false) : Found.NOTHING;
        } catch (Hosts.Busy e) {
            throw new Later();
        } catch (FetchFailed e) {
            return lacking(visit, item, e.getMessage(), e.passing());
        } catch (IllegalArgumentException e) {
            return lacking(visit, item, e.getMessage(), false);
        }
    }

    private static Found lacking(Visit visit, FeedItem item, @Nullable String why, boolean passing) {
        visit.warnOnce(
                PAGE_MISSING,
                "The page of \"" + item.title() + "\" gave no text (" + why + "); the feed's own is taken.");
        return new Found(null, passing);
    }

    /** With what its page says where the item itself says nothing; what its source says goes with it, and is not written into it. */
    private static FeedItem completed(FeedItem item, @Nullable ArticlePage page) {
        String title =
                page != null && page.title() != null && item.title().equals(item.url()) ? page.title() : item.title();
        String author = item.author() == null && page != null ? page.author() : item.author();
        String language = item.language() == null && page != null ? page.language() : item.language();
        Instant published = item.published() == null && page != null ? date(page.published()) : item.published();
        return new FeedItem(
                item.key(),
                page == null || page.canonical() == null ? item.url() : page.canonical(),
                item.ownUrl(),
                title,
                author,
                published,
                item.updated(),
                language,
                item.html(),
                item.complete(),
                item.tags(),
                item.licence());
    }

    private static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : OffsetDateTime.parse(Objects.requireNonNull(text)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
