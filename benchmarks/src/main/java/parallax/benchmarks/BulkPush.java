package parallax.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents of 4 KB per second that ingest takes in bulk, each in a record that Kafka has acknowledged, beside the records per
 * second of {@code kafka-producer-perf-test} on the same broker with the same texts and settings: {@code BulkPush [DOCUMENTS
 * [DATA_FOLDER [CONNECTIONS]]]}.
 */
public final class BulkPush {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SIZE = 4096;
    private static final int A_BODY = 2000;
    private static final int ROUNDS = 5;

    /** Documents after which the service's code is compiled; before, the compiler takes half of a small machine. */
    private static final int WARM_UP = 200_000;

    private static final Pattern RATE = Pattern.compile("([\\d.]+) records/sec(?!.*records/sec)", Pattern.DOTALL);
    private static final List<String> WORDS = List.of(
            "said",
            "the",
            "rocket",
            "they",
            "interview",
            "with",
            "of",
            "model",
            "would",
            "years",
            "people",
            "factory",
            "and",
            "to",
            "robots",
            "energy",
            "city",
            "more",
            "because",
            "question",
            "answer",
            "show",
            "never",
            "time");

    private final RunningSystem system;
    private final Path folder;

    private BulkPush(RunningSystem system, Path folder) {
        this.system = system;
        this.folder = folder;
    }

    /** Prints the figures. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        Path data = Path.of(args.length > 1 ? args[1] : ".parallax");
        int connections = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        BulkPush benchmark = new BulkPush(new RunningSystem(data), Files.createTempDirectory("bulk-push"));
        System.out.printf(
                Locale.ROOT, "documents                %,d of %,d bytes, %d connections%n", count, SIZE, connections);
        for (int pushed = 0; pushed < WARM_UP; pushed += count) {
            String run = Long.toString(System.nanoTime(), 36);
            benchmark.ingest(run, texts(run, count), connections);
        }
        double kafka = 0;
        double ingest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] rates = benchmark.round(count, connections);
            System.out.printf(
                    Locale.ROOT,
                    "round %d                  kafka-producer-perf-test %,.0f/s, ingest %,.0f/s, ratio %.3f%n",
                    round + 1,
                    rates[0],
                    rates[1],
                    rates[1] / rates[0]);
            kafka += rates[0] / ROUNDS;
            ingest += rates[1] / ROUNDS;
        }
        System.out.printf(Locale.ROOT, "ratio                    %.3f (aim 0.5)%n", ingest / kafka);
    }

    private double[] round(int count, int connections) throws IOException, InterruptedException, ExecutionException {
        String run = Long.toString(System.nanoTime(), 36);
        List<String> texts = texts(run, count);
        return new double[] {kafka(texts), ingest(run, texts, connections)};
    }

    private static List<String> texts(String run, int count) {
        Random random = new Random(run.hashCode());
        List<String> texts = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            StringBuilder text = new StringBuilder(SIZE + 16)
                    .append("# ")
                    .append(run)
                    .append(' ')
                    .append(n)
                    .append(". ");
            while (text.length() < SIZE) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(12) == 0 ? ". " : " ");
            }
            texts.add(text.substring(0, SIZE));
        }
        return texts;
    }

    /** In a process of its own, as ingest is. */
    private double kafka(List<String> texts) throws IOException, InterruptedException, ExecutionException {
        String topic = "bulk-push-" + System.nanoTime();
        Path payload = folder.resolve("payload");
        Files.writeString(payload, String.join("\n", texts));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
            Process test = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classpath(),
                            "org.apache.kafka.tools.ProducerPerformance",
                            "--topic",
                            topic,
                            "--num-records",
                            Integer.toString(texts.size()),
                            "--throughput",
                            "-1",
                            "--payload-file",
                            payload.toString(),
                            "--producer-props",
                            "bootstrap.servers=" + system.bootstrap(),
                            "acks=all",
                            "enable.idempotence=true",
                            "compression.type=zstd",
                            "batch.size=65536",
                            "linger.ms=5")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(test.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            test.waitFor();
            admin.deleteTopics(List.of(topic)).all().get();
            Matcher rate = RATE.matcher(said);
            if (!rate.find()) {
                throw new IllegalStateException(said);
            }
            return Double.parseDouble(rate.group(1));
        }
    }

    /** Maven runs us in a process of its own, whose class path is not ours. */
    private static String classpath() {
        return BulkPush.class.getClassLoader() instanceof URLClassLoader ours
                ? Arrays.stream(ours.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private double ingest(String run, List<String> texts, int connections)
            throws InterruptedException, ExecutionException {
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += A_BODY) {
            StringBuilder lines = new StringBuilder();
            for (int n = from; n < Math.min(texts.size(), from + A_BODY); n++) {
                lines.append(JSON.writeValueAsString(
                                Map.of("source", "benchmark", "id", run + "-" + n, "content", texts.get(n))))
                        .append('\n');
            }
            bodies.add(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        List<Future<Optional<String>>> refusals =
                bodies.stream().map(body -> senders.submit(() -> push(body))).toList();
        Optional<String> refused = Optional.empty();
        for (Future<Optional<String>> refusal : refusals) {
            Optional<String> one = refusal.get();
            refused = refused.or(() -> one);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        senders.shutdown();
        if (refused.isPresent()) {
            throw new IllegalStateException("not all was accepted: " + refused.get());
        }
        return texts.size() / seconds;
    }

    /** Sends a body; what comes back is the first answer, if any, that does not accept. */
    private Optional<String> push(byte[] body) throws IOException, InterruptedException {
        return system.push(HttpRequest.BodyPublishers.ofByteArray(body), HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> !line.contains("\"accepted\""))
                .findFirst();
    }
}
