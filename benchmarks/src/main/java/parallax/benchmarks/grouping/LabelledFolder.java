package parallax.benchmarks.grouping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

/**
 * Articles whose interview is known: {@code gold.tsv}, whose header names the columns document, interview, guest,
 * lang and form, and the texts in {@code docs/}.
 *
 * @param labels one for each article
 * @param documents the texts, in the same order
 */
public record LabelledFolder(List<Label> labels, List<DocumentReceived> documents) {

    /**
     * What is known of an article.
     *
     * @param folder in which it is labelled; no label says whether interviews of two folders are one
     * @param guest a slug of the guest's name, or empty
     * @param language BCP 47
     * @param form how it is written
     * @param date when the conversation was published, or empty
     */
    public record Label(
            String folder, String document, String interview, String guest, String language, String form, String date) {

        boolean chinese() {
            return language.startsWith("zh");
        }
    }

    /** Reads the folder. */
    public static LabelledFolder read(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("gold.tsv"));
            List<String> header = cells(lines.get(0));
            List<Label> labels = new ArrayList<>();
            List<DocumentReceived> documents = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                String name = cells.get(header.indexOf("document"));
                labels.add(new Label(
                        folder.toString(),
                        name,
                        cells.get(header.indexOf("interview")),
                        cells.get(header.indexOf("guest")),
                        cells.get(header.indexOf("lang")),
                        cells.get(header.indexOf("form")),
                        header.contains("date") ? cells.get(header.indexOf("date")) : ""));
                String content =
                        Files.readString(folder.resolve("docs").resolve(name).normalize());
                documents.add(document(name, content));
            }
            return new LabelledFolder(labels, documents);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the labelled folder " + folder, e);
        }
    }

    static DocumentReceived document(String name, String content) {
        return new DocumentReceived(name, "0", "labelled", null, "text/markdown", content, Rights.FULL, Instant.EPOCH);
    }

    /** The same as a machine hears it: its English transcripts without capitals, marks, headings and front matter. */
    LabelledFolder heard() {
        List<DocumentReceived> heard = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            boolean transcript =
                    labels.get(i).form().equals("transcript") && !labels.get(i).chinese();
            DocumentReceived document = documents.get(i);
            heard.add(transcript ? document(document.id(), heard(document.content())) : document);
        }
        return new LabelledFolder(labels, heard);
    }

    private static String heard(String transcript) {
        return transcript
                .replaceFirst("(?s)\\A---\n.*?\n---\n", "")
                .replaceAll("(?m)^#.*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?!(?<=\\d)[.,:]\\d)[^\\p{L}\\p{N}\\s'$%]", " "); // 2.5, 1,000 and 0:12 stay
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }
}
