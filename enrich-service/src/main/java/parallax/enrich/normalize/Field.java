package parallax.enrich.normalize;

/** What a document says of itself outside its text. */
public enum Field {
    TITLE,
    AUTHOR,
    PUBLISHED,
    SUMMARY,
    TAG,
    DRAFT,
    GUEST,
    HOST,
    PERSON,
    SPEAKER,
    ORGANISATION,
    PRODUCT,
    WORK,
    SHOW,
    EPISODE,
    RECORDING,
    QUOTE,
    URL
}
