package parallax.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

/** The five real documents that the demo ingests. */
public final class Seeds {

    public static final Path FOLDER = Path.of("..", "seeds");
    private static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");

    private Seeds() {}

    public static List<DocumentReceived> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Seeds::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seed whose name begins with {@code number}; its id is that number. */
    public static DocumentReceived seed(String number) {
        return all().stream()
                .filter(seed -> seed.id().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static DocumentReceived read(Path file) {
        try {
            String content = Files.readString(file);
            String id = file.getFileName().toString().substring(0, 3);
            return document(id, content, RECEIVED.plusSeconds(Integer.parseInt(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DocumentReceived document(String id, String content, Instant receivedAt) {
        try {
            String revision = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            return new DocumentReceived(id, revision, "seeds", null, "text/markdown", content, Rights.FULL, receivedAt);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
