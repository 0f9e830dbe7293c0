package parallax.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** One body of many megabytes, and what ingest's memory does while it takes it: {@code LargeBody [MEGABYTES [DATA_FOLDER]]}. */
public final class LargeBody {

    private static final int A_LINE = 4096;

    private final RunningSystem system;

    private LargeBody(RunningSystem system) {
        this.system = system;
    }

    /** Prints the figures. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long megabytes = args.length > 0 ? Long.parseLong(args[0]) : 1024;
        Path data = Path.of(args.length > 1 ? args[1] : ".parallax");
        new LargeBody(new RunningSystem(data)).push(megabytes);
    }

    private void push(long megabytes) throws IOException, InterruptedException {
        long lines = (megabytes << 20) / A_LINE;
        AtomicLong most = new AtomicLong();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        var watching = watch.scheduleAtFixedRate(
                () -> most.accumulateAndGet(heap("used"), Math::max), 0, 250, TimeUnit.MILLISECONDS);
        long start = System.nanoTime();
        long accepted = send(lines);
        double seconds = (System.nanoTime() - start) / 1e9;
        watching.cancel(false);
        watch.shutdownNow();
        System.out.printf(
                Locale.ROOT,
                "one body of %,d MB, %,d lines: accepted %,d in %.0f s (%,.0f/s)%n",
                megabytes,
                lines,
                accepted,
                seconds,
                accepted / seconds);
        System.out.printf(
                Locale.ROOT,
                "heap of ingest: at most %,d MB used, garbage among it, of the %,d MB that it may have%n",
                most.get() >> 20,
                heap("max") >> 20);
        if (accepted != lines) {
            throw new IllegalStateException("lines were refused");
        }
    }

    private long send(long lines) throws IOException, InterruptedException {
        String run = Long.toString(System.nanoTime(), 36);
        // A line at a time: nobody ever has all of it.
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArrays(() ->
                LongStream.range(0, lines).mapToObj(line -> line(run, line)).iterator());
        HttpResponse<InputStream> answer = system.push(body, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader told = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return told.lines().filter(line -> line.contains("\"accepted\"")).count();
        }
    }

    private static byte[] line(String run, long number) {
        String start = "{\"source\":\"benchmark\",\"id\":\"" + run + "-" + number + "\",\"content\":\"" + number + " ";
        String words = "they said the rocket and the robots ".repeat(A_LINE / 36 + 1);
        return (start + words.substring(0, A_LINE - start.length() - 3) + "\"}\n").getBytes(StandardCharsets.UTF_8);
    }

    private long heap(String what) {
        try {
            return (long) system.metric("ingest", "jvm_memory_" + what + "_bytes", "area=\"heap\"");
        } catch (IOException e) {
            return 0; // asked again soon
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
