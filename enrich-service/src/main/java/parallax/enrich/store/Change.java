package parallax.enrich.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.article.Annotator.Annotated;
import parallax.enrich.story.Profile;
import parallax.enrich.story.Told;

/** What happened to a document, or was said of several. */
public sealed interface Change {

    /** Which documents. */
    Set<String> documents();

    /** When ingest accepted it, or an editor decided it: of two changes to one document, or words about one pair, the later holds. */
    Instant at();

    /** The trace to hand on, or null. */
    @Nullable
    String traceparent();

    /**
     * A new or changed document.
     *
     * @param annotated what was made of it
     * @param profile its facts, ready to be compared
     * @param content what it said, to the letter
     */
    record Received(
            Annotated annotated,
            Profile profile,
            String content,
            @Nullable String traceparent) implements Change {

        /** Of what was made of it. */
        public Received(Annotated annotated, String content, @Nullable String traceparent) {
            this(annotated, Profile.of(annotated.facts()), content, traceparent);
        }

        /** Which document. */
        public String documentId() {
            return annotated.article().documentId();
        }

        @Override
        public Set<String> documents() {
            return Set.of(documentId());
        }

        @Override
        public Instant at() {
            return annotated.article().receivedAt();
        }
    }

    /** A takedown. */
    record Withdrawn(
            String documentId, Instant at, @Nullable String traceparent) implements Change {
        @Override
        public Set<String> documents() {
            return Set.of(documentId);
        }
    }

    /**
     * An editor's word about which articles belong together.
     *
     * @param told of each pair
     */
    record Decided(List<Told> told, Instant at, @Nullable String traceparent) implements Change {
        @Override
        public Set<String> documents() {
            return told.stream()
                    .flatMap(word -> Stream.of(word.first(), word.second()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
