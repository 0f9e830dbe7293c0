package parallax.benchmarks.grouping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parallax.benchmarks.grouping.Regression.Case;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.interview.InterviewReader;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;
import parallax.events.DocumentReceived;

/** Fits the model that says which of an article's people are guests. */
final class GuestFit {

    private static final double COST = 1;
    private static final double SAME_NAME = 0.74;
    private static final double OTHER_NAME = 0.55;

    /** Who asks is not the guest. */
    private static final Priors PRIORS = new Priors(
            "title head mentions share speaks introduced presented guest-field people-field given-name early full-name most-named"
                    + " transliterated dominates says office",
            "asks hosted hosting host-field hosts-show interviewer",
            Map.of("host-field", -6.0, "hosts-show", -3.0, "interviewer", -3.0, "guest-field", 6.0),
            Map.of());

    private final Corpus corpus;
    private final ModelFile file;

    GuestFit(Corpus corpus, ModelFile file) {
        this.corpus = corpus;
        this.file = file;
    }

    /** Guests are labelled by a slug of their name; persons whose name is neither like it nor unlike are left out. */
    void fit() {
        InterviewReader reader = new InterviewReader(new Gazetteer());
        List<Case> cases = new ArrayList<>();
        List<List<Case>> articles = new ArrayList<>();
        for (DocumentReceived document : corpus.documents()) {
            List<Case> people =
                    people(reader, document, corpus.label(document.id()).guest());
            if (people.stream().anyMatch(Case::positive)) {
                cases.addAll(people);
                articles.add(people);
            }
        }
        Regression model = PRIORS.fit(InterviewReader.GUEST_FEATURES, cases, COST, 1, true);
        long right = articles.stream()
                .filter(people -> people.stream()
                        .max(Comparator.comparingDouble(one -> model.logOdds(one.features())))
                        .orElseThrow()
                        .positive())
                .count();
        System.out.printf("the likeliest guest is the guest in %d of %d articles%n", right, articles.size());
        file.replace("guest", InterviewReader.GUEST_FEATURES, model, corpus.origin());
    }

    private static List<Case> people(InterviewReader reader, DocumentReceived document, String guest) {
        List<Case> people = new ArrayList<>();
        reader.candidates(parallax.enrich.normalize.Normalizer.normalize(document))
                .forEach((person, features) -> {
                    double likeness = guest.isEmpty() ? 0 : likeness(person, guest);
                    if (likeness >= SAME_NAME || likeness <= OTHER_NAME) {
                        people.add(new Case(features, likeness >= SAME_NAME));
                    }
                });
        return people;
    }

    private static double likeness(Person person, String slug) {
        String name = Normalizer.normalize(person.name().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z\\p{IsHan}]", "");
        return name.isEmpty() ? 0 : NameLikeness.ofParts(name, slug);
    }
}
