package parallax.benchmarks.grouping;

import com.hankcs.hanlp.HanLP;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import parallax.enrich.article.Annotator;
import parallax.enrich.article.Annotator.Annotated;
import parallax.enrich.interview.InterviewFacts;
import parallax.events.ArticleEnriched.Entity;
import parallax.events.ArticleEnriched.Topic;
import parallax.events.DocumentReceived;

/**
 * Prints whether a text and its conversions into the other Chinese script, character by character and into the words of Taiwan, Hong
 * Kong and the mainland, get the same entities and topics and stand in one story, all in one stream: {@code ScriptReport FOLDER...}.
 * The converter is HanLP's.
 */
public final class ScriptReport {

    private static final List<UnaryOperator<String>> FROM_SIMPLIFIED =
            List.of(HanLP::convertToTraditionalChinese, HanLP::s2tw, HanLP::s2hk);
    private static final List<UnaryOperator<String>> FROM_TRADITIONAL =
            List.of(HanLP::convertToSimplifiedChinese, HanLP::tw2s);

    private final List<DocumentReceived> documents = new ArrayList<>();
    private final Map<String, String> originals = new HashMap<>();

    private ScriptReport() {}

    /** Prints the figures. */
    public static void main(String[] args) {
        ScriptReport report = new ScriptReport();
        Arrays.stream(args).map(Path::of).map(LabelledFolder::read).forEach(report::add);
        report.print();
    }

    private void add(LabelledFolder folder) {
        for (int i = 0; i < folder.labels().size(); i++) {
            if (folder.labels().get(i).chinese()) {
                boolean simplified = folder.labels().get(i).language().equals("zh-Hans");
                add(folder.documents().get(i), simplified ? FROM_SIMPLIFIED : FROM_TRADITIONAL);
            }
        }
    }

    private void add(DocumentReceived original, List<UnaryOperator<String>> conversions) {
        documents.add(original);
        for (int i = 0; i < conversions.size(); i++) {
            DocumentReceived conversion = LabelledFolder.document(
                    original.id() + " converted " + (i + 1), conversions.get(i).apply(original.content()));
            documents.add(conversion);
            originals.put(conversion.id(), original.id());
        }
    }

    private void print() {
        Annotator annotator = new Annotator(Clock.systemUTC());
        Map<String, Annotated> annotated =
                documents.parallelStream().collect(Collectors.toMap(DocumentReceived::id, annotator::annotate));
        Map<String, InterviewFacts> facts = new HashMap<>();
        annotated.forEach((id, one) -> facts.put(id, one.facts()));
        Map<String, String> stories = Groups.stories(Groups.of(documents, facts));
        System.out.printf("%d conversions of %d texts%n", originals.size(), documents.size() - originals.size());
        print("same entities", alike(annotated, one -> one.article().entities().stream()
                .map(Entity::id)
                .toList()));
        print("same topics", alike(annotated, one -> one.article().topics().stream()
                .map(Topic::id)
                .toList()));
        print("same story", (one, other) -> Objects.equals(stories.get(one), stories.get(other)));
    }

    private static BiPredicate<String, String> alike(
            Map<String, Annotated> annotated, Function<Annotated, List<String>> what) {
        return (one, other) -> what.apply(Objects.requireNonNull(annotated.get(one)))
                .equals(what.apply(Objects.requireNonNull(annotated.get(other))));
    }

    private void print(String name, BiPredicate<String, String> alike) {
        List<String> unlike = originals.entrySet().stream()
                .filter(pair -> !alike.test(pair.getKey(), pair.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        System.out.printf(
                "  %-14s %d%s%n", name, originals.size() - unlike.size(), unlike.isEmpty() ? "" : ", not " + unlike);
    }
}
