package parallax.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.emit.Acceptance;
import parallax.ingest.emit.DocumentAcceptor;
import parallax.ingest.emit.Outcomes;
import parallax.ingest.identity.DocumentId;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.refusal.TooLarge;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.source.Source;

/** Takes the files of a folder that are new, changed or moved, some at a time. */
@Component
class FileIntake {

    private final FileTable table;
    private final FileDocuments documents;
    private final DocumentAcceptor acceptor;
    private final Outcomes outcomes;
    private final Duration settle;
    private final int chunkFiles;
    private final long maxBytes;

    FileIntake(
            FileTable table,
            FileDocuments documents,
            DocumentAcceptor acceptor,
            Outcomes outcomes,
            IngestSettings settings) {
        this.table = table;
        this.documents = documents;
        this.acceptor = acceptor;
        this.outcomes = outcomes;
        this.settle = settings.folders().settle();
        this.chunkFiles = settings.bulkLines();
        this.maxBytes = settings.maxDocumentSize().toBytes();
    }

    /**
     * What came of it.
     *
     * @param accepted files that are new documents or new revisions
     * @param moved files that lie elsewhere now
     * @param waiting files that are being written
     */
    record Taken(int accepted, int moved, int waiting) {}

    /**
     * Takes what is new in {@code listing}.
     *
     * @param known the files as they were seen last; brought up to date
     * @throws TryLater if it cannot be recorded; what was taken before stays taken
     */
    Taken take(Source source, Listing listing, Map<String, KnownFile> known, Instant at) {
        Work work = new Work(source, known, at);
        known.values().stream()
                .filter(file -> !listing.files().containsKey(file.path()))
                .forEach(file -> work.gone.putIfAbsent(file.revision(), file.path()));
        known.values().stream()
                .filter(file -> file.documentId() != null)
                .forEach(file -> work.owners.put(file.documentId(), file.path()));
        listing.files().forEach((path, found) -> {
            KnownFile before = known.get(path);
            if (before == null || !before.isAsBefore(found, work.policy)) {
                work.look(path, found, before);
            }
        });
        work.finish();
        return new Taken(work.accepted, work.moved, work.waiting);
    }

    private byte[] read(Path file) throws IOException {
        // Links were followed while listing: whoever puts one here now is up to something.
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (bytes.length > maxBytes) {
                throw new TooLarge(maxBytes);
            }
            return bytes;
        }
    }

    /** The files of one look that are to be accepted. */
    private final class Work {

        private final Source source;
        private final Map<String, KnownFile> known;
        private final String policy;
        private final Instant at;
        private final Map<String, String> gone = new HashMap<>();
        private final Map<String, String> owners = new HashMap<>();
        private final List<NewDocument> chunk = new ArrayList<>();
        private final List<KnownFile> seen = new ArrayList<>();
        private long bytes;
        private int accepted;
        private int moved;
        private int waiting;

        Work(Source source, Map<String, KnownFile> known, Instant at) {
            this.source = source;
            this.known = known;
            this.policy = source.policy();
            this.at = at;
        }

        void look(String path, Listing.Found found, @Nullable KnownFile before) {
            long age = TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano() - found.modified();
            if (age >= 0 && age < settle.toNanos()) {
                waiting++;
                return;
            }
            try {
                byte[] content = read(found.real());
                String revision = DocumentId.revision(content);
                String from = before == null ? gone.remove(revision) : null;
                KnownFile same = from == null ? before : known.get(from);
                if (from != null && same != null) {
                    move(from, path, found, same);
                } else if (same != null
                        && same.revision().equals(revision)
                        && same.policy().equals(policy)) {
                    see(path, found, revision, same.documentId(), same.problem());
                } else {
                    take(path, found, content, same == null ? null : same.documentId());
                }
            } catch (TooLarge e) {
                refuse(path, found, "", before, e);
            } catch (IOException e) {
                waiting++; // gone or locked again; the next look tells
            }
        }

        /** The document keeps its name, and nothing in it has changed. */
        private void move(String from, String to, Listing.Found found, KnownFile file) {
            table.move(source.name(), from, to);
            known.remove(from);
            if (file.documentId() != null) {
                owners.put(file.documentId(), to);
            }
            see(to, found, file.revision(), file.documentId(), file.problem());
            moved++;
        }

        private void take(String path, Listing.Found found, byte[] content, @Nullable String knownId) {
            String revision = DocumentId.revision(content);
            try {
                NewDocument document = documents.make(source, path, content, at, knownId);
                String owner = owners.get(document.id());
                if (owner != null && !owner.equals(path)) {
                    document = document.called(FileDocuments.ownId(source, path));
                }
                owners.put(document.id(), path);
                chunk.add(document);
                bytes += content.length;
                see(path, found, revision, document.id(), null);
            } catch (Refusal e) {
                refuse(path, found, revision, known.get(path), e);
            }
            if (chunk.size() >= chunkFiles || bytes >= 2 * maxBytes) {
                finish();
            }
        }

        private void refuse(
                String path, Listing.Found found, String revision, @Nullable KnownFile before, Refusal why) {
            outcomes.rejected();
            see(path, found, revision, before == null ? null : before.documentId(), why.detail());
        }

        private void see(
                String path,
                Listing.Found found,
                String revision,
                @Nullable String documentId,
                @Nullable String problem) {
            seen.add(new KnownFile(path, found.size(), found.modified(), revision, policy, documentId, problem, null));
        }

        /** Files are remembered once their documents are: after a crash between the two they are offered again, and known. */
        void finish() {
            if (!chunk.isEmpty()) {
                for (Acceptance acceptance : acceptor.accept(chunk, null)) {
                    accepted += acceptance.status().equals("accepted") ? 1 : 0;
                }
            }
            if (!seen.isEmpty()) {
                table.save(source.name(), seen);
                seen.forEach(file -> known.put(file.path(), file));
            }
            chunk.clear();
            seen.clear();
            bytes = 0;
        }
    }
}
