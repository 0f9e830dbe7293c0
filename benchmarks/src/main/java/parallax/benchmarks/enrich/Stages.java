package parallax.benchmarks.enrich;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parallax.benchmarks.grouping.LabelledFolder;
import parallax.enrich.annotate.EntityLinker;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.TopicTagger;
import parallax.enrich.article.Annotator;
import parallax.enrich.interview.InterviewReader;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Normalizer;
import parallax.events.DocumentReceived;

/**
 * Prints how many articles one core takes through each stage of the annotation, beside one segmentation of the same texts in the same
 * run, and what the models take of the heap: {@code Stages FOLDER...}, labelled folders.
 */
public final class Stages {

    private static final int WARM_UP = Integer.getInteger("warmUp", 2);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    /** Whole annotation is to cost no more than so many segmentations. */
    private static final double MOST = 3;

    private static final String ALL = "whole annotation";
    private static final String BASE = "HanLP segmentation";

    private final Map<String, double[]> seconds = new LinkedHashMap<>();

    private Stages() {}

    /** Prints the figures. */
    public static void main(String[] folders) {
        List<DocumentReceived> documents = Arrays.stream(folders)
                .flatMap(folder -> LabelledFolder.read(Path.of(folder)).documents().stream())
                .toList();
        if (documents.isEmpty()) {
            System.err.println("Stages FOLDER..., each with a gold.tsv and docs/");
            return;
        }
        long before = Heap.used();
        Stages stages = new Stages();
        stages.measure(documents);
        stages.print(documents);
        System.out.printf(
                "%nheap used, after garbage collection: %d MB with all models loaded, %d MB before (the texts themselves)%n",
                Heap.used() >> 20, before >> 20);
        Heap.resident()
                .ifPresent(peak -> System.out.printf(
                        "resident memory of this process at its peak: %d MB with a heap of at most %d MB (-Xmx bounds it)%n",
                        peak >> 20, Runtime.getRuntime().maxMemory() >> 20));
    }

    private void measure(List<DocumentReceived> documents) {
        Gazetteer gazetteer = new Gazetteer();
        InterviewReader interviews = new InterviewReader(gazetteer);
        EntityLinker entities = new EntityLinker(gazetteer);
        TopicTagger topics = new TopicTagger();
        Annotator annotator = new Annotator(Clock.systemUTC());
        Segment segment = HanLP.newSegment().enableNameRecognize(false).enableTranslatedNameRecognize(false);
        List<Article> articles = documents.stream().map(Normalizer::normalize).toList();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            time(BASE, round, articles, article -> segment.seg(article.text().toString()));
            time("normalise", round, documents, Normalizer::normalize);
            time("facts of the interview", round, articles, interviews::read);
            time("entities", round, articles, entities::link);
            time("topics", round, articles, topics::tag);
            time(ALL, round, documents, annotator::annotate);
        }
    }

    private <T> void time(String stage, int round, List<T> texts, Consumer<T> work) {
        long start = cpu();
        texts.forEach(work);
        if (round >= 0) {
            seconds.computeIfAbsent(stage, name -> new double[ROUNDS])[round] = (cpu() - start) / 1e9;
        }
    }

    /** Of this thread, in nanoseconds: what other processes take of the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void print(List<DocumentReceived> documents) {
        System.out.printf(
                "%d articles of %d characters on average; processor time of one thread, median of %d rounds after %d of warm-up%n%n",
                documents.size(),
                documents.stream()
                                .mapToInt(document -> document.content().length())
                                .sum()
                        / documents.size(),
                ROUNDS,
                WARM_UP);
        double base = median(BASE);
        seconds.keySet()
                .forEach(stage -> System.out.printf(
                        "%-24s %8.1f articles/s %8.2f ms an article %6.2f x%s%n",
                        stage,
                        documents.size() / median(stage),
                        1000 * median(stage) / documents.size(),
                        median(stage) / base,
                        stage.equals(ALL)
                                ? " (at most " + MOST + ": " + (median(stage) <= MOST * base ? "met)" : "MISSED)")
                                : ""));
    }

    private double median(String stage) {
        double[] sorted = seconds.getOrDefault(stage, new double[1]).clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
