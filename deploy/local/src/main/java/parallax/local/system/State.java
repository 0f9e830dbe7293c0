package parallax.local.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs, as other commands find it.
 *
 * @param launcher the process that watches over the others
 * @param ready whether every service answers
 * @param urls of the first instance of each service that runs
 * @param management likewise, their management addresses
 * @param receiver address of the webhook receiver
 * @param token what writes need
 * @param data the data folder
 * @param processes name and pid
 */
public record State(
        long launcher,
        boolean ready,
        Map<String, String> urls,
        Map<String, String> management,
        String receiver,
        String token,
        String data,
        List<Running> processes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A process. */
    public record Running(String name, long pid) {

        /** Resident memory of it and of what it started, in MiB; 0 if it is gone. */
        public long memoryMb() {
            return ProcessHandle.of(pid)
                            .map(process -> residentKb(process)
                                    + process.descendants()
                                            .mapToLong(Running::residentKb)
                                            .sum())
                            .orElse(0L)
                    / 1024;
        }

        private static long residentKb(ProcessHandle process) {
            try {
                Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
                String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
                return answer.isEmpty() ? 0 : Long.parseLong(answer);
            } catch (IOException e) {
                return 0; // a machine without ps
            }
        }
    }

    /**
     * Where {@code service} is reached.
     *
     * @throws IllegalStateException if no instance of it was started
     */
    public String url(String service) {
        String url = urls.get(service);
        if (url == null) {
            throw new IllegalStateException(
                    "no instance of " + service + " runs; start one with ./parallax up --" + service + " 1");
        }
        return url;
    }

    /** Whether the launcher that wrote this still lives. */
    public boolean alive() {
        return ProcessHandle.of(launcher)
                .filter(process -> process.info().command().orElse("java").contains("java"))
                .isPresent();
    }

    /** What the launcher of {@code layout} last wrote, if it wrote anything. */
    public static Optional<State> read(Layout layout) {
        try {
            return Files.exists(layout.state())
                    ? Optional.of(JSON.readValue(Files.readString(layout.state()), State.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty(); // half written by a launcher that was killed
        }
    }

    void write(Layout layout) {
        try {
            Path next = layout.state().resolveSibling("state.json.next");
            Files.writeString(next, JSON.writeValueAsString(this));
            Files.move(next, layout.state(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + layout.state(), e);
        }
    }
}
