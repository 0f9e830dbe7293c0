package parallax.ingest.source;

import java.util.Locale;

/** How documents get from a source to us. */
public enum SourceKind {
    /** We ask its feed or sitemap. */
    FEED,
    /** We watch its folder. */
    FOLDER,
    /** It pushes; what is set up is its policy. */
    PUSH;

    /** The wire form, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
