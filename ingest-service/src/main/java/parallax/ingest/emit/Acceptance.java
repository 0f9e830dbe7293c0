package parallax.ingest.emit;

/**
 * What became of a document that was taken.
 *
 * @param status {@code accepted}: new or changed, and on its way; {@code unchanged}: known, nothing happens
 */
public record Acceptance(String id, String revision, String status) {

    static Acceptance accepted(String id, String revision) {
        return new Acceptance(id, revision, "accepted");
    }

    static Acceptance unchanged(String id, String revision) {
        return new Acceptance(id, revision, "unchanged");
    }
}
