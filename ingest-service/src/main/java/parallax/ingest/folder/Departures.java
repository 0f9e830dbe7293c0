package parallax.ingest.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.feed.Warning;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.source.Source;

/** Withdraws the documents of files that are gone, once they have been gone for a while. */
@Component
class Departures {

    /** In a smaller folder any number may go at once: somebody tidies up. */
    private static final int FEW = 10;

    private static final int AT_ONCE = 200;

    private final FileTable table;
    private final DocumentAcceptor acceptor;
    private final IngestSettings.Folders settings;

    Departures(FileTable table, DocumentAcceptor acceptor, IngestSettings settings) {
        this.table = table;
        this.acceptor = acceptor;
        this.settings = settings.folders();
    }

    /**
     * What came of it.
     *
     * @param withdrawn how many documents
     * @param warning if so many are gone that we wait longer
     */
    record Left(int withdrawn, @Nullable Warning warning) {}

    /**
     * Notes which files are gone and which have come back.
     *
     * @param known the files as they are known now
     * @throws TryLater if a withdrawal cannot be recorded; the next look goes on with it
     */
    Left see(Source source, Listing listing, Map<String, KnownFile> known, Instant at) {
        if (!listing.whole()) {
            return new Left(0, null);
        }
        List<KnownFile> gone = known.values().stream()
                .filter(file -> !listing.files().containsKey(file.path()))
                .toList();
        back(source, listing, known);
        List<String> newly = gone.stream()
                .filter(file -> file.missingSince() == null)
                .map(KnownFile::path)
                .toList();
        if (!newly.isEmpty()) {
            table.missing(source.name(), newly, at);
        }
        boolean many = gone.size() > FEW && gone.size() > known.size() / 2;
        Duration grace = many ? settings.graceForMany() : settings.grace();
        List<KnownFile> due = gone.stream()
                .filter(file -> file.missingSince() != null
                        && !at.isBefore(file.missingSince().plus(grace)))
                .toList();
        return new Left(
                withdraw(source, due),
                many && due.isEmpty()
                        ? new Warning(
                                "many-files-gone",
                                gone.size() + " of " + known.size()
                                        + " files are gone at once. Is a disk missing? If they do not come back, their documents are"
                                        + " withdrawn after "
                                        + settings.graceForMany().toMinutes() + " minutes.",
                                gone.size())
                        : null);
    }

    private void back(Source source, Listing listing, Map<String, KnownFile> known) {
        List<String> back = known.values().stream()
                .filter(file -> file.missingSince() != null && listing.files().containsKey(file.path()))
                .map(KnownFile::path)
                .toList();
        if (!back.isEmpty()) {
            table.missing(source.name(), back, null);
        }
    }

    private int withdraw(Source source, List<KnownFile> due) {
        int withdrawn = 0;
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            List<KnownFile> some = due.subList(from, Math.min(due.size(), from + AT_ONCE));
            List<String> ids = new ArrayList<>();
            some.forEach(file -> {
                if (file.documentId() != null) {
                    ids.add(file.documentId());
                }
            });
            if (!ids.isEmpty()) {
                withdrawn += acceptor.withdrawAll(source.name(), ids);
            }
            table.forget(source.name(), some.stream().map(KnownFile::path).toList());
        }
        return withdrawn;
    }
}
