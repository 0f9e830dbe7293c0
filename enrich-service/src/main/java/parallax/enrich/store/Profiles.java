package parallax.enrich.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    private final Cache<Version, Profile> cache;

    Profiles(StoreSettings settings) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(settings.profileCache().toBytes())
                .weigher((Version version, Profile profile) -> weight(profile.facts()))
                .build();
    }

    /** What was stored of a document: the same fingerprint of one revision, the same facts. */
    record Version(String documentId, String revision, String fingerprint) {}

    /** The profile of that version, or null if it is not at hand. */
    @Nullable
    Profile find(Version version) {
        return cache.getIfPresent(version);
    }

    /** Keeps the profile of that version, made of {@code facts}. */
    Profile keep(Version version, InterviewFacts facts) {
        return cache.get(version, v -> Profile.of(facts));
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
