package parallax.enrich.normalize;

/** What a document says of itself outside its text. */
public enum Field {
    TITLE,
    AUTHOR,
    PUBLISHED,

    /** When it was begun or, where that is not said, changed: the best there is of what nobody published, as notes. */
    WRITTEN,
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
