package parallax.ingest.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.Rights;
import parallax.ingest.identity.Inherited;
import parallax.ingest.identity.Origin;

/**
 * A source as it was set up.
 *
 * @param location of a feed its address, of a folder its path; null for one that pushes
 * @param licence of all that comes from it, where an item says none itself
 * @param language as {@code licence}
 * @param author as {@code licence}
 * @param labels of all that comes from it
 * @param confidential whether its address is for those with a token only
 * @param active whether it is visited
 * @param note why it was switched off; null if it was not, or by hand
 * @param state what visiting it has taught us
 */
public record Source(
        String name,
        SourceKind kind,
        @Nullable String location,
        Rights rights,
        @Nullable String licence,
        @Nullable String language,
        @Nullable String author,
        List<String> labels,
        FullText fullText,
        boolean confidential,
        boolean active,
        @Nullable String note,
        Instant createdAt,
        Instant updatedAt,
        SourceState state) {

    private static final String SITEMAP = "sitemap";

    /** Where a document of it comes from. */
    public Origin origin(String how, Instant at, @Nullable String itemLicence) {
        return new Origin(
                name,
                how,
                at,
                rights,
                itemLicence == null ? licence : itemLicence,
                publicFeed(how),
                new Inherited(labels, language, author, licence));
    }

    /** The feed's address, where everybody may know it; a sitemap is none. */
    private @Nullable String publicFeed(String how) {
        boolean visited = kind == SourceKind.FEED && !how.equals(Origin.PUSH) && !how.equals(SITEMAP);
        boolean sitemap = state.format() != null && state.format().startsWith(SITEMAP);
        boolean secret = confidential || (state.movedTo() != null && SourceAdapter.mayHoldSecret(state.movedTo()));
        return visited && !sitemap && !secret ? address() : null;
    }

    /** What it allows and says of all that comes from it: where that changes, what is known already is looked at again. */
    public String policy() {
        return rights + " " + licence + " " + labels + " " + language + " " + author + (confidential ? " private" : "");
    }

    /** Where to ask: where redirects have led for good, or as given. */
    public @Nullable String address() {
        return state.movedTo() == null ? location : state.movedTo();
    }
}
