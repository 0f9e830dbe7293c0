package parallax.enrich.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Wording;
import parallax.enrich.story.Profile;

/** The profiles of the articles that were compared last: a guest's articles are compared again whenever one more comes. */
@Component
class Profiles {

    private static final int WORD = 150;
    private static final int FACT = 300;

    private final Cache<String, Kept> cache;

    Profiles(StoreSettings settings) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(settings.profileCache().toBytes())
                .weigher((String documentId, Kept kept) -> weight(kept.profile().facts()))
                .build();
    }

    /** What was stored of a document: the same fingerprint of one revision, the same facts. */
    record Version(String documentId, String revision, String fingerprint) {}

    /** The profile of a version. */
    record Kept(Version version, Profile profile) {}

    /** What is at hand of a document: of the version that was asked for last, if any. */
    @Nullable
    Kept find(String documentId) {
        return cache.getIfPresent(documentId);
    }

    /** Keeps {@code profile}, which is that version's, unless one is at hand: what is answered is. */
    Profile keep(Version version, Profile profile) {
        Kept kept = cache.asMap()
                .compute(
                        version.documentId(),
                        (id, known) ->
                                known != null && known.version().equals(version) ? known : new Kept(version, profile));
        return Objects.requireNonNull(kept).profile();
    }

    /** Of an article, in bytes, as far as such a thing can be told. */
    private static int weight(InterviewFacts facts) {
        Wording wording = facts.wording();
        return wording.latinPhrases().hashes().length
                + wording.hanPhrases().hashes().length
                + WORD * (wording.latin().size() + wording.han().size())
                + FACT * (facts.people().size() + facts.quantities().size());
    }
}
