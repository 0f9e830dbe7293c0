package parallax.ingest.folder;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import parallax.events.DocumentFiles;
import parallax.ingest.feed.Warning;

/**
 * What lies in a folder.
 *
 * @param files by their paths, with / between the parts
 * @param whole whether all of it could be looked at: only then is what is not there gone
 */
record Listing(TreeMap<String, Found> files, List<Warning> warnings, boolean whole) {

    /**
     * A file.
     *
     * @param real where it is, links followed; within the folder
     * @param modified nanoseconds since 1970
     */
    record Found(Path real, long size, long modified) {}

    /**
     * Looks through a folder.
     *
     * @param folder a real path
     */
    static Listing of(Path folder, int maxFiles, int maxDepth) {
        Walk walk = new Walk(folder, maxFiles, maxDepth);
        try {
            // One level more than is read, so that what lies too deep is seen and told.
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), maxDepth + 1, walk);
        } catch (IOException e) {
            walk.unread(folder, e);
        }
        return new Listing(walk.files, walk.warnings, walk.whole);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final int maxFiles;
        private final int maxDepth;
        private final TreeMap<String, Found> files = new TreeMap<>();
        private final List<Warning> warnings = new ArrayList<>();
        private boolean whole = true;

        Walk(Path folder, int maxFiles, int maxDepth) {
            this.folder = folder;
            this.maxFiles = maxFiles;
            this.maxDepth = maxDepth;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            boolean wanted = directory.equals(folder)
                    || (DocumentFiles.isFolderOfDocuments(
                                    directory.getFileName().toString())
                            && within(directory));
            return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isDirectory()) {
                if (DocumentFiles.isFolderOfDocuments(file.getFileName().toString())) {
                    warn("too-deep", path(file) + " lies deeper than " + maxDepth + " folders and is not looked at.");
                }
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()
                    || !DocumentFiles.isDocument(file.getFileName().toString())
                    || !within(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (files.size() >= maxFiles) {
                whole = false;
                warn("too-many-files", "More than " + maxFiles + " files lie in it; those beyond are not looked at.");
                return FileVisitResult.TERMINATE;
            }
            files.put(
                    path(file),
                    new Found(
                            file.toRealPath(),
                            attributes.size(),
                            attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (failure instanceof FileSystemLoopException) {
                warn("link-in-circle", path(file) + " is a link to a folder that it lies in; it is not followed.");
            } else if (!Files.isSymbolicLink(file)) { // one that leads nowhere is no document
                unread(file, failure);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean within(Path file) throws IOException {
            if (!Files.isSymbolicLink(file) || file.toRealPath().startsWith(folder)) {
                return true;
            }
            warn("link-outside", path(file) + " is a link out of the folder; it is not followed.");
            return false;
        }

        void unread(Path file, IOException failure) {
            if (failure instanceof NoSuchFileException) {
                return; // gone while we looked
            }
            whole = false;
            warn(
                    "unreadable",
                    path(file) + " cannot be read: " + failure.getClass().getSimpleName() + ".");
        }

        private void warn(String code, String detail) {
            warnings.add(new Warning(code, detail, 1));
        }

        private String path(Path file) {
            return folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
