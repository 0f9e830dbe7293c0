package parallax.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.events.DocumentFiles;
import parallax.frontmatter.FrontMatter;
import parallax.frontmatter.Limits;
import parallax.ingest.check.DocumentCheck;
import parallax.ingest.check.Utf8;
import parallax.ingest.identity.CanonicalLink;
import parallax.ingest.identity.CanonicalUrl;
import parallax.ingest.identity.ContentType;
import parallax.ingest.identity.DocumentId;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.identity.Origin;
import parallax.ingest.identity.Sha256;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.source.Source;

/** From a file to a document. */
@Component
class FileDocuments {

    private static final int LONGEST_ID = 200;
    private static final String[] ADDRESS = {"canonical", "canonical_url", "canonicalURL", "url"};

    private final DocumentCheck check;

    FileDocuments(DocumentCheck check) {
        this.check = check;
    }

    /**
     * The document that a file is.
     *
     * @param bytes of the file
     * @param knownId the id that it was given before, if it was seen
     * @throws Refusal if it is none that can be accepted
     */
    NewDocument make(Source source, String path, byte[] bytes, Instant at, @Nullable String knownId) {
        ContentType type =
                DocumentFiles.contentType(path).flatMap(ContentType::of).orElseThrow();
        String content = Utf8.decode(bytes);
        check.check(type, content);
        String url = address(type, content);
        String id = knownId != null
                ? knownId
                : url != null ? DocumentId.of(null, CanonicalUrl.of(url), "", bytes) : idOf(source, path);
        return new NewDocument(
                id, DocumentId.revision(bytes), url, type, content, source.origin(Origin.FOLDER, at, null), path);
    }

    /** A name that tells people which file it is: {@code blog:posts:my-trip}. */
    static String idOf(Source source, String path) {
        String name = path.replaceFirst("\\.[A-Za-z]{1,8}$", "").replaceFirst("(?<=.)/index$", "");
        String id = source.name() + ":" + name.replace('/', ':').replaceAll("[^\\p{L}\\p{M}\\p{N}._:~@+=,-]+", "-");
        try {
            return id.length() > LONGEST_ID ? ownId(source, path) : DocumentId.require(id);
        } catch (Refusal e) {
            return ownId(source, path);
        }
    }

    /** A name that no other file has. */
    static String ownId(Source source, String path) {
        return "file-"
                + Sha256.hex(source.name().getBytes(UTF_8), new byte[1], path.getBytes(UTF_8))
                        .substring(0, 32);
    }

    /** Where the post says that it stands; its path within its site does not count. */
    private static @Nullable String address(ContentType type, String content) {
        if (type.subtitles()) {
            return null;
        }
        if (type == ContentType.HTML) {
            return CanonicalLink.of(content, null).orElse(null);
        }
        FrontMatter header = FrontMatter.of(content, Limits.DEFAULT);
        return Arrays.stream(ADDRESS)
                .map(field -> header.text(field).orElse(""))
                .filter(FileDocuments::isAddress)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAddress(String url) {
        try {
            return !CanonicalUrl.of(url).toString().isEmpty();
        } catch (Refusal e) {
            return false;
        }
    }
}
