package parallax.benchmarks.grouping;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import parallax.benchmarks.grouping.LabelledFolder.Label;
import parallax.benchmarks.grouping.Regression.Case;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.InterviewReader;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;
import parallax.enrich.story.Training;

/**
 * Fits the models of the matching on labelled folders and writes them into the source tree, one stage after the other, for each
 * reads what the one before has written: {@code Fit guests|terms|pairs WEIGHTS FOLDER...}. Pairs of a {@code FOLDER*8} count eight times. The last prints the figures of
 * cross-validation over guests. {@code Fit FEATURE,FEATURE... WEIGHTS FOLDER...} fits these weights of pairs and holds all others.
 */
public final class Fit {

    private static final double GUEST_COST = 1;
    private static final double TERM_COST = 1;
    private static final double PAIR_COST = 0.1;
    private static final double COST_OF_FEW = 1;
    private static final double HIGHEST = 0.97;
    private static final double SAME_NAME = 0.74;
    private static final double OTHER_NAME = 0.55;
    private static final int TRIALS_OF_A_PAIR = 60;
    private static final int FOLDS = 5;
    private static final int REPEATS = 3;
    private static final double NOT_COMPARED = -10;
    private static final double COPY = 10;
    private static final double ANY_WEIGHT = 1000;

    /** Which features can speak only for a person's being the guest (1) or only against (-1). */
    private static final Map<String, Integer> GUEST_SIGNS = signs(
            "title head mentions share speaks introduced presented guest-field people-field given-name early full-name most-named"
                    + " transliterated dominates says office",
            "asks hosted hosting host-field hosts-show interviewer");

    private static final Map<String, Integer> PAIR_SIGNS = signs(
            "guest both people names names-per words words-per numbers numbers-per glosses glosses-per order latin-quotes latin-quotes-count han-quotes"
                    + " han-quotes-count host show same-length near same-day after recording",
            "fame no-guest conflict rivals unmet other-show other-length far foretold other-day other-recording famous");

    /**
     * What is known of interviews before any data: one is held by its hosts on its show, on one day and in one length, and nobody
     * writes about it before. The data hold too few such cases to find that out.
     */
    private static final Map<String, Double> PAIR_PRIOR = Map.ofEntries(
            Map.entry("both", 2.0),
            Map.entry("conflict", -6.0),
            Map.entry("rivals", -2.0),
            Map.entry("show", 1.5),
            Map.entry("other-show", -4.0),
            Map.entry("host", 1.5),
            Map.entry("same-length", 1.5),
            Map.entry("other-length", -2.0),
            Map.entry("same-day", 2.5),
            Map.entry("other-day", -4.0),
            Map.entry("other-recording", -40.0),
            Map.entry("after", 2.0),
            Map.entry("foretold", -5.0),
            Map.entry("recording", 4.0),
            Map.entry("far", -3.0),
            Map.entry("latin-quotes", 5.0),
            Map.entry("han-quotes", 5.0));

    /**
     * A guest comes back to a show now and then. The data hold too few of those to tell how much less show and host say then: about 3
     * nats, when one in twenty of a guest's other interviews is on that show (before calibration).
     */
    private static final Map<String, Double> PAIR_HEAVIEST = Map.of("show", 1.8, "host", 1.8);

    /** Who asks is not the guest. */
    private static final Map<String, Double> GUEST_PRIOR =
            Map.of("host-field", -6.0, "hosts-show", -3.0, "interviewer", -3.0, "guest-field", 6.0);

    private final ModelFile file;
    private final String origin;
    private final Map<String, Label> labels = new TreeMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<parallax.events.DocumentReceived> documents = new ArrayList<>();

    private Fit(Path weights, List<String> folders) {
        this.file = new ModelFile(weights);
        for (String folder : folders) {
            int times = folder.lastIndexOf('*');
            LabelledFolder labelled = LabelledFolder.read(Path.of(times < 0 ? folder : folder.substring(0, times)));
            int weight = times < 0 ? 1 : Integer.parseInt(folder.substring(times + 1));
            labelled.labels().forEach(label -> {
                labels.put(label.document(), label);
                counts.put(label.document(), weight);
            });
            documents.addAll(labelled.documents());
        }
        this.origin = "Fitted %s on %d articles of %d interviews."
                .formatted(
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        documents.size(),
                        labels.values().stream()
                                .map(Label::interview)
                                .distinct()
                                .count());
    }

    /** Runs a stage. */
    public static void main(String[] args) {
        if (args.length < 3) {
            throw new IllegalArgumentException("say which stage, the file of weights and the labelled folders");
        }
        Fit fit = new Fit(Path.of(args[1]), Arrays.asList(args).subList(2, args.length));
        switch (args[0]) {
            case "guests" -> fit.guests();
            case "terms" -> fit.terms();
            case "pairs" -> fit.pairs();
            default -> fit.some(List.of(args[0].split(",")));
        }
    }

    /** Guests are labelled by a slug of their name; persons whose name is neither like it nor unlike are left out. */
    private void guests() {
        InterviewReader reader = new InterviewReader(new Gazetteer());
        List<Case> cases = new ArrayList<>();
        List<List<Case>> articles = new ArrayList<>();
        for (parallax.events.DocumentReceived document : documents) {
            String guest = label(document.id()).guest();
            List<Case> people = new ArrayList<>();
            reader.candidates(parallax.enrich.normalize.Normalizer.normalize(document))
                    .forEach((person, features) -> {
                        double likeness = guest.isEmpty() ? 0 : likeness(person, guest);
                        if (likeness >= SAME_NAME || likeness <= OTHER_NAME) {
                            people.add(new Case(features, likeness >= SAME_NAME));
                        }
                    });
            if (people.stream().anyMatch(Case::positive)) {
                cases.addAll(people);
                articles.add(people);
            }
        }
        Regression model = Regression.fit(
                cases,
                signs(InterviewReader.GUEST_FEATURES, GUEST_SIGNS),
                values(InterviewReader.GUEST_FEATURES, GUEST_PRIOR, 0),
                values(InterviewReader.GUEST_FEATURES, Map.of(), ANY_WEIGHT),
                GUEST_COST,
                1);
        long right = articles.stream()
                .filter(people -> people.stream()
                        .max(java.util.Comparator.comparingDouble(one -> model.logOdds(one.features())))
                        .orElseThrow()
                        .positive())
                .count();
        System.out.printf("the likeliest guest is the guest in %d of %d articles%n", right, articles.size());
        file.replace("guest", InterviewReader.GUEST_FEATURES, model, origin);
    }

    private static double likeness(Person person, String slug) {
        String name = Normalizer.normalize(person.name().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z\\p{IsHan}]", "");
        return name.isEmpty() ? 0 : NameLikeness.ofParts(name, slug);
    }

    private void terms() {
        Map<String, List<Case>> cases = new HashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        Random random = new Random(1);
        List<Training.Trial> all = new ArrayList<>();
        new Training(facts().values()).trials(all::add);
        Collections.shuffle(all, random);
        for (Training.Trial trial : all) {
            if (doubtful(label(trial.first()), label(trial.second()))) {
                continue;
            }
            String pair = trial.kind() + trial.first() + " " + trial.second();
            if (taken.merge(pair, 1, Integer::sum) <= TRIALS_OF_A_PAIR) {
                String model = trial.kind() + (same(trial.first(), trial.second()) ? "-same" : "-other");
                cases.computeIfAbsent(model, m -> new ArrayList<>()).add(new Case(trial.features(), trial.found()));
            }
        }
        cases.forEach((name, trials) -> {
            int[] free = new int[Training.TERM_FEATURES.size()];
            System.out.printf("%s: %d trials%n", name, trials.size());
            file.replace(
                    name,
                    Training.TERM_FEATURES,
                    Regression.fit(
                            trials,
                            free,
                            new double[free.length],
                            values(Training.TERM_FEATURES, Map.of(), ANY_WEIGHT),
                            TERM_COST,
                            1),
                    origin);
        });
    }

    private void pairs() {
        List<Training.Pair> pairs = new ArrayList<>();
        List<Training.Pair> copies = new ArrayList<>();
        new Training(facts().values()).pairs(pair -> {
            if (pair.copy()) {
                copies.add(pair);
            } else if (!doubtful(label(pair.first()), label(pair.second()))) {
                pairs.add(pair);
            }
        });
        List<List<Scored>> outOfFold = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            outOfFold.add(outOfFold(pairs, repeat));
        }
        // Calibration: the slope and shift that make out-of-fold scores probabilities.
        List<Case> scored = outOfFold.stream()
                .flatMap(List::stream)
                .map(pair -> new Case(
                        new double[] {pair.score()},
                        same(pair.pair().first(), pair.pair().second())))
                .toList();
        Regression platt = Regression.fit(scored, new int[] {1}, new double[] {1}, new double[] {ANY_WEIGHT}, 1000, 1);
        outOfFold.forEach(scores -> crossValidated(scores, copies, platt));
        Regression model = fit(pairs).calibrated(platt.weight(0), platt.bias());
        System.out.printf(
                Locale.ROOT,
                "%d pairs, %d of one interview; calibration: slope %.3f, shift %.3f%n",
                pairs.size(),
                pairs.stream().filter(pair -> same(pair.first(), pair.second())).count(),
                platt.weight(0),
                platt.bias());
        for (int j = 0; j < Training.PAIR_FEATURES.size(); j++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-20s %7.3f up to %.2f%n",
                    Training.PAIR_FEATURES.get(j),
                    model.weight(j),
                    model.most(j));
        }
        file.replace("pair", Training.PAIR_FEATURES, model, origin);
    }

    /** Fits the weights of some features on the pairs of one guest of which they tell something, those of the others being what they are: pairs of two guests leave little doubt, and are most of all. */
    private void some(List<String> features) {
        if (!Training.PAIR_FEATURES.containsAll(features)) {
            throw new IllegalArgumentException(
                    "the stages are guests, terms and pairs, or features of pairs: " + Training.PAIR_FEATURES);
        }
        int[] places =
                features.stream().mapToInt(Training.PAIR_FEATURES::indexOf).toArray();
        int noGuest = Training.PAIR_FEATURES.indexOf("no-guest");
        List<Case> cases = new ArrayList<>();
        new Training(facts().values()).pairs(pair -> {
            double[] some =
                    Arrays.stream(places).mapToDouble(i -> pair.features()[i]).toArray();
            if (!pair.copy()
                    && pair.features()[noGuest] == 0
                    && !doubtful(label(pair.first()), label(pair.second()))
                    && Arrays.stream(some).anyMatch(value -> value != 0)) {
                double[] others = pair.features().clone();
                Arrays.stream(places).forEach(i -> others[i] = 0);
                Case one = new Case(some, same(pair.first(), pair.second()), Training.logOdds(others));
                cases.addAll(Collections.nCopies(Math.min(weight(pair.first()), weight(pair.second())), one));
            }
        });
        Regression model = Regression.fit(
                cases,
                signs(features, PAIR_SIGNS),
                values(features, PAIR_PRIOR, 0),
                values(features, PAIR_HEAVIEST, ANY_WEIGHT),
                COST_OF_FEW,
                HIGHEST,
                false);
        for (int j = 0; j < places.length; j++) {
            System.out.printf(Locale.ROOT, "  %-20s %7.3f%n", features.get(j), model.weight(j));
        }
        file.replaceOnly("pair", features, model);
    }

    private record Scored(Training.Pair pair, double score) {}

    /** Every pair scored by a model that saw neither guest. */
    private List<Scored> outOfFold(List<Training.Pair> pairs, int seed) {
        List<String> guests = new ArrayList<>(
                new TreeSet<>(labels.values().stream().map(Fit::guest).toList()));
        Collections.shuffle(guests, new Random(seed));
        Function<String, Integer> fold = document -> guests.indexOf(guest(label(document))) % FOLDS;
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            for (int j = i; j < FOLDS; j++) {
                int one = i;
                int other = j;
                Regression model = fit(pairs.stream()
                        .filter(pair -> {
                            int a = fold.apply(pair.first());
                            int b = fold.apply(pair.second());
                            return a != one && a != other && b != one && b != other;
                        })
                        .toList());
                pairs.stream()
                        .filter(pair -> {
                            int a = fold.apply(pair.first());
                            int b = fold.apply(pair.second());
                            return Math.min(a, b) == one && Math.max(a, b) == other;
                        })
                        .forEach(pair -> scored.add(new Scored(pair, model.logOdds(pair.features()))));
            }
        }
        return scored;
    }

    /** How well each folder is grouped by out-of-fold scores. */
    private void crossValidated(List<Scored> scores, List<Training.Pair> copies, Regression platt) {
        Map<String, Double> odds = new HashMap<>();
        copies.forEach(copy -> odds.put(copy.first() + " " + copy.second(), COPY));
        scores.forEach(scored -> odds.put(
                scored.pair().first() + " " + scored.pair().second(), platt.logOdds(new double[] {scored.score()})));
        Map<String, List<Label>> folders = labels.values().stream().collect(Collectors.groupingBy(Label::folder));
        folders.forEach((folder, articles) -> {
            List<String> ids = articles.stream().map(Label::document).sorted().toList();
            Map<String, String> stories = new HashMap<>();
            Training.group(ids, (a, b) -> odds.getOrDefault(a + " " + b, a.equals(b) ? 0 : NOT_COMPARED))
                    .forEach(group -> group.forEach(id -> stories.put(id, group.first())));
            Quality quality = new Quality(articles, stories);
            System.out.println("cross-validated, " + folder);
            System.out.println("  B-cubed                  " + quality.bCubed());
            System.out.println("  pairs, all               " + quality.pairs((a, b) -> true));
            System.out.println("  pairs, across languages  " + quality.pairs((a, b) -> a.chinese() != b.chinese()));
            System.out.println("  pairs, same guest        "
                    + quality.pairs((a, b) -> !a.guest().isEmpty() && a.guest().equals(b.guest())));
        });
    }

    private Regression fit(List<Training.Pair> pairs) {
        return Regression.fit(
                pairs.stream()
                        .flatMap(pair -> Collections.nCopies(
                                Math.min(weight(pair.first()), weight(pair.second())),
                                new Case(pair.features(), same(pair.first(), pair.second())))
                                .stream())
                        .toList(),
                signs(Training.PAIR_FEATURES, PAIR_SIGNS),
                values(Training.PAIR_FEATURES, PAIR_PRIOR, 0),
                values(Training.PAIR_FEATURES, PAIR_HEAVIEST, ANY_WEIGHT),
                PAIR_COST,
                HIGHEST);
    }

    private Map<String, InterviewFacts> facts() {
        return Groups.facts(documents);
    }

    private int weight(String document) {
        return counts.getOrDefault(document, 1);
    }

    private boolean same(String first, String second) {
        return label(first).interview().equals(label(second).interview());
    }

    private Label label(String document) {
        return java.util.Objects.requireNonNull(labels.get(document));
    }

    /** Two folders may label one interview, each with an id of its own. */
    private static boolean doubtful(Label one, Label other) {
        return !one.folder().equals(other.folder())
                && ((!one.guest().isEmpty() && one.guest().equals(other.guest()))
                        || (!one.date().isEmpty() && one.date().equals(other.date())));
    }

    private static String guest(Label label) {
        return label.guest().isEmpty() ? label.interview() : label.guest();
    }

    private static Map<String, Integer> signs(String positive, String negative) {
        Map<String, Integer> signs =
                Arrays.stream(positive.split(" ")).collect(Collectors.toMap(name -> name, name -> 1));
        Arrays.stream(negative.split(" ")).forEach(name -> signs.put(name, -1));
        return signs;
    }

    private static double[] values(List<String> features, Map<String, Double> values, double otherwise) {
        return features.stream()
                .mapToDouble(name -> values.getOrDefault(name, otherwise))
                .toArray();
    }

    private static int[] signs(List<String> features, Map<String, Integer> signs) {
        return features.stream().mapToInt(name -> signs.getOrDefault(name, 0)).toArray();
    }
}
