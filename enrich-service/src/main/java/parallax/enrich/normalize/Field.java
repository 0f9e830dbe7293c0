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

    /** Of whom it was got: a programme, or one who retells many. */
    CHANNEL,
    EPISODE,
    RECORDING,
    QUOTE,
    URL
}
