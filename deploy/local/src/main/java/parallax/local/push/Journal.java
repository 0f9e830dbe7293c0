package parallax.local.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parallax.local.system.Layout;

/** Which files were acknowledged, and as they were then, so that a push that was broken off goes on where it ended. */
public final class Journal {

    private final Path file;
    private final Map<String, String> acknowledged = new HashMap<>();

    private Journal(Path file) {
        this.file = file;
    }

    /** The journal of what was pushed from {@code source} to the system of {@code layout}; empty if {@code again}. */
    public static Journal open(Layout layout, String source, boolean again) throws IOException {
        Path folder = Files.createDirectories(layout.pushed());
        Journal journal = new Journal(folder.resolve(source + ".journal"));
        if (again) {
            Files.deleteIfExists(journal.file);
        }
        if (Files.exists(journal.file)) {
            journal.read(Files.readString(journal.file));
        }
        return journal;
    }

    /** A line is a file's state and its path; one that a kill has cut short has no end, and does not count. */
    private void read(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            int tab = line.indexOf('\t');
            if (tab > 0) {
                acknowledged.put(line.substring(tab + 1), line.substring(0, tab));
            }
            start = end + 1;
        }
    }

    boolean has(Path document) throws IOException {
        return state(document).equals(acknowledged.get(name(document)));
    }

    /**
     * Notes that these files, in these states, are acknowledged.
     *
     * @param documents their states when they were read, by their paths
     */
    void add(Map<Path, String> documents) throws IOException {
        List<String> lines = new ArrayList<>();
        documents.forEach((document, state) -> {
            acknowledged.put(name(document), state);
            lines.add(state + "\t" + name(document) + "\n");
        });
        append(lines);
    }

    /** The push came to its end: the next one begins anew. */
    void end() throws IOException {
        acknowledged.clear();
        Files.deleteIfExists(file);
    }

    /** Size and time: enough to know a file that nobody has touched. */
    static String state(Path document) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(document, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    private void append(Collection<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            Files.writeString(
                    file, String.join("", lines), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String name(Path document) {
        return document.toAbsolutePath().normalize().toString().replace('\n', ' ');
    }
}
